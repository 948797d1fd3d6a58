// Method and limits, the frame of the page, addresses, keys and switches.

const views = {};
const VIEWS = ["naming", "heat", "events", "side", "passing", "floor", "words", "copies", "differences", "alike", "method"];
const IDS = { heat: "sources" };
const DRAW = { naming, heat, events: clocks, side: sideView, passing, floor, words: concordance, copies, differences, alike, method };

function method() {
  const of = D.method;
  const lists = (rows) => h("ul.digests", null, rows.map(([name, digest]) => h("li", null, bdi(name), " ", h("code", { dir: "ltr" }, digest))));
  const settings = of.settings.map(([key, value, meaning, unit]) => h("tr", null, h("th", { scope: "row" }, h("code", null, key)),
    h("td", null, h("bdi.num", { dir: "ltr" }, value)), h("td", null, unit[state.tongue]), h("td", null, meaning[state.tongue])));
  const columns = of.columns.map(([table_, column, kind, english, arabic]) => h("tr", null, h("th", { scope: "row" }, h("code", null, table_ + "." + column)),
    h("td", null, kind), h("td", null, state.tongue ? arabic : english)));
  return section("method", say("page.method"), say("page.method-about"),
    h("div.summary", { dir: "auto" }, of.summary[state.tongue].trim().split("\n").map((line_) => h("p", { dir: "auto" }, line_))),
    h("p", null, say("page.made-by", D.version)),
    h("details.more", null, h("summary", null, say("page.settings")), table(text("page.settings"), ["page.key", "page.value", "page.unit", "page.meaning"].map((key) => text(key)), settings)),
    h("details.more", null, h("summary", null, say("page.inputs")), lists(of.inputs), lists(of.lists)),
    of.all_notes ? h("details.more", null, h("summary", null, say("page.notes", whole(of.all_notes))), h("ul", { dir: "ltr" }, of.notes.map((note) => h("li", { dir: "auto" }, note)))) : "",
    h("details.more", null, h("summary", null, say("page.columns", whole(of.columns.length))), table(text("page.columns", whole(of.columns.length)), ["page.column", "page.type", "page.meaning"].map((key) => text(key)), columns)));
}

/** What the address asks a view for. */
function wanted(view) {
  const [name, value] = location.hash.slice(1).split("=");
  try {
    return name === view && value !== undefined ? decodeURIComponent(value) : null;
  } catch {
    return null;
  }
}

function goTo(view, value) {
  leaveDialog();
  if (view === "side" && value !== undefined) {
    const found = Object.entries(D.events).find(([, event]) => event.name === value);
    if (found) views.show(Number(found[0]), true);
  }
  const node = document.getElementById(IDS[view] || view);
  if (!node) return;
  node.scrollIntoView({ block: "start" });
  node.focus({ preventScroll: true });
}

// The system's, until the reader chooses.
const night = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (state.theme ? state.theme === "dark" : night.matches);

function theme(next) {
  state.theme = next;
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
}

function frame() {
  const other = state.tongue === ARABIC ? "English" : D.words["page.arabic"][ARABIC];
  const links = VIEWS.filter((view) => document.getElementById(IDS[view] || view)).map((view) => h("li", null,
    h("a", { href: "#" + (IDS[view] || view), onclick: (event) => { event.preventDefault(); goTo(view); address(IDS[view] || view); } }, say("page.nav." + view))));
  return h("header.top", null,
    h("div.brand", null, h("h1", null, say("page.brand")),
      h("div.tools", null,
        h("button", { type: "button", lang: state.tongue === ARABIC ? "en" : "ar", onclick: () => { state.tongue = 1 - state.tongue; draw(); } }, other),
        h("button", { type: "button", onclick: () => theme(isDark() ? "light" : "dark") }, say("page.dark")),
        h("button", { type: "button", onclick: () => print() }, say("page.print")))),
    h("nav", { "aria-label": text("page.views") }, h("ul", null, links)));
}

function draw() {
  const root = document.documentElement;
  root.lang = state.tongue === ARABIC ? "ar" : "en";
  root.dir = state.tongue === ARABIC ? "rtl" : "ltr";
  document.title = text("page.title");
  const page = document.getElementById("page");
  const main = h("main", null, first(), VIEWS.map((view) => DRAW[view]()));
  page.replaceChildren(h("a.skip", { href: "#first" }, say("page.skip")), main);
  page.insertBefore(frame(), main);
  put(page, h("footer", null, h("p", null, say("page.measures")), h("p", null, say("page.keys"))));
}

function keys(event) {
  const typing = event.target.closest && event.target.closest("input, select, textarea");
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && typing) event.target.blur();
  if (typing || document.querySelector("dialog[open]")) return;
  const search = document.getElementById("search");
  if (event.key === "/" && search) {
    event.preventDefault();
    search.scrollIntoView({ block: "center" });
    search.focus();
  }
  if ((event.key === "j" || event.key === "k") && views.step) {
    views.step(event.key === "j" ? 1 : -1);
    document.getElementById("side").scrollIntoView({ block: "start" });
  }
}

function arrive() {
  const [view, value] = location.hash.slice(1).split("=");
  const node = view && document.getElementById(view);
  if (!node) return;
  if (view === "side" && value) goTo("side", wanted("side"));
  else node.scrollIntoView({ block: "start" });
}

const began = performance.now();
theme(state.theme);
night.addEventListener("change", () => theme(state.theme));
draw();
startTips();
document.addEventListener("keydown", keys);
addEventListener("hashchange", arrive);
// On paper it is day, and what folds away in the event is open.
addEventListener("beforeprint", () => {
  document.documentElement.dataset.theme = "light";
  document.querySelectorAll("#side details").forEach((node) => { node.open = true; });
});
addEventListener("afterprint", () => theme(state.theme));
if (location.hash) arrive();
document.documentElement.dataset.ready = String(Math.round(performance.now() - began));
