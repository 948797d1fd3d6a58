// The first screen, who calls whom what, and sources by questions.

const OWN = { voice: 0, counted: true };

/** The lean of a side in words that colours carry too. */
function leaning(lean, query, count) {
  const of = side(lean);
  const name = text("page.lean-name", signed(lean).textContent, sideName(of), counted(count, "mention"));
  return opens(signed(lean), name, query, count, "lean.s-" + of);
}

function card(found) {
  const of = { ...OWN, frame: found.frame, actor: found.actor };
  if (found.events) of.events = found.names;
  const sides = found.sides.map(([who, lean, count, words]) => {
    const query = who < 0 ? { ...of, not: found.sides[0][0] } : { ...of, source: who };
    return h("div.side", null,
      h("h4", null, who < 0 ? say("page.all-others") : source(who), " ", leaning(lean, query, count)),
      chips(words, query));
  });
  const told = found.events
    ? say("page.difference", signed(found.difference), counted(found.events, "shared event"))
    : say("page.apart", plain(found.difference, 2));
  const interval = found.interval ? [" ", say("page.interval", signed(found.interval[0]), signed(found.interval[1]))] : "";
  const q = found.q === null || found.q === undefined ? "" : [" · ", h("bdi.num", { dir: "ltr" }, "q = " + found.q.toFixed(3))];
  const events = (found.names || []).filter((ix) => D.events[ix]).map((ix) => h("li", null,
    h("button.link", { type: "button", onclick: () => goTo("side", D.events[ix].name) }, bdi(D.events[ix].headline))));
  return h("article.card", null,
    h("h3", null, bdi(question(found.frame)), found.actor === null ? "" : [h("br"), h("bdi.actor", null, actorName(found.actor))]),
    h("div.sides", null, sides),
    h("p.verdict.is-" + found.verdict, null, say("page.verdict." + found.verdict)),
    h("p.figures", null, told, interval, q),
    events.length ? h("details", null, h("summary", null, say("page.see-events", counted(events.length, "event"))), h("ul", null, events)) : "");
}

function first() {
  const totals = D.totals;
  const facts = [
    [totals.articles, "article"], [totals.sources, "source"], [totals.events, "event"],
  ].map(([count, what]) => h("li", null, counted(count, what)));
  facts.push(h("li", null, say("page.shared", whole(totals.shared))));
  facts.push(h("li", null, say("page.labels", whole(totals.mentions), whole(totals.own))));
  if (totals.copies) facts.push(h("li", null, say("page.copies-counted", whole(totals.copies))));
  if (totals.skipped) facts.push(h("li", null, say("page.skipped", whole(totals.skipped))));
  const held = D.articles.length < totals.articles || D.texts !== "full";
  return h("section", { id: "first", "aria-label": text("page.first"), tabindex: "-1" },
    h("ul.totals", null, facts),
    D.texts === "full" && h("p.warning", { role: "note" }, say("page.whole-texts")),
    D.cards.length ? h("h2", null, say("page.first")) : h("p.none", null, say("page.no-finding")),
    h("div.cards", null, D.cards.map(card)),
    h("p.measures", null, say("page.measures")),
    held && h("p.held", null, say("page.held." + D.texts, counted(D.articles.length, "article"), whole(totals.articles))));
}

/** −2 … +2 as a share of the track. */
const share = (lean) => ((lean + 2) / 4) * 100 + "%";

function dotRow(frame, actor, [who, count, lean, low, high, words]) {
  const query = { ...OWN, frame, actor, source: who };
  const size = Math.min(26, 11 + 2.2 * Math.sqrt(count));
  const name = text("page.dot", sourceName(who), signed(lean).textContent, sideName(side(lean)), counted(count, "mention"));
  const dot = h("button.dot.s-" + side(lean) + (count < FEW ? ".few" : ""), {
    type: "button", "aria-label": name, "data-tip": name,
    style: { "inset-inline-start": share(lean), "--size": size + "px" },
    onclick: (event) => showEvidence(query, count, event.currentTarget),
  });
  const line = low === null ? "" : h("span.interval", {
    "data-tip": text("page.interval-tip", signed(low).textContent, signed(high).textContent),
    style: { "inset-inline-start": share(low), "inset-inline-end": (100 - ((high + 2) / 4) * 100) + "%" },
  });
  return h("div.row", { role: "listitem" },
    h("div.name", null, source(who), " ", h("span.count", null, counted(count, "mention"))),
    h("div.track", null, h("span.zero"), line, dot),
    chips(words, query));
}

function naming() {
  const topics = D.topics.shown;
  const body = h("div", null);
  const draw = (at) => {
    const [frame, actor, apart, rows] = topics[at];
    const sorted = [...rows].sort((a, b) => a[2] - b[2] || b[1] - a[1]);
    const scale = [-2, -1, 0, 1, 2].map((step) => h("span.step", { style: { "inset-inline-start": share(step) } },
      signed(step, 0), h("small", null, say("page.step." + (step + 2)))));
    body.replaceChildren(
      h("p.question", null, bdi(question(frame)), actor === null ? "" : [" ", h("bdi.actor", null, actorName(actor))],
        apart === null ? "" : h("span.apart", null, say("page.apart", plain(apart, 2)))),
      h("div.dots", { role: "list" }, h("div.row.scale", { "aria-hidden": "true" }, h("div.name"), h("div.track", null, scale), h("span")),
        sorted.map((row) => dotRow(frame, actor, row))));
    state.topic = at;
  };
  if (!topics.length) return section("naming", say("page.naming"), say("page.naming-about"), h("p.none", null, say("page.nothing")));
  const label = ([frame, actor, , rows]) => topicName(frame, actor) + " (" + rows.reduce((sum, row) => sum + row[1], 0) + ")";
  const key = (at) => D.frames[topics[at][0]][0] + "/" + (topics[at][1] === null ? "" : D.actors[topics[at][1]][0]);
  const options = topics.map((topic, at) => [String(at), label(topic)]);
  const asked = wanted("naming");
  const start = Math.max(0, asked === null ? state.topic || 0 : topics.findIndex((_, at) => key(at) === asked));
  draw(start);
  return section("naming", say("page.naming"), say("page.naming-about"),
    choose(text("page.question"), options, String(start), (value) => { draw(Number(value)); address("naming", key(Number(value))); }),
    body,
    D.topics.all > topics.length && h("p.held", null, say("page.topics-left", whole(topics.length), whole(D.topics.all))));
}

function heat() {
  const cells = new Map(D.heat.map((cell) => [cell[0] + "/" + cell[1], cell]));
  const sum = (at) => (of) => D.heat.filter((cell) => cell[at] === of).reduce((total, cell) => total + cell[2], 0);
  const order = (at) => [...new Set(D.heat.map((cell) => cell[at]))].map((of) => [of, sum(at)(of)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([of]) => of);
  const [sources, frames] = [order(0), order(1)];
  const cell = (who, frame) => {
    const found = cells.get(who + "/" + frame);
    if (!found) return h("td.empty", null);
    const [, , count, lean] = found;
    const of = side(lean);
    const name = text("page.cell", sourceName(who), frameName(frame), signed(lean).textContent, sideName(of), counted(count, "mention"));
    return h("td", null, opens([signed(lean), h("small", { "aria-hidden": "true" }, whole(count))], name,
      { ...OWN, source: who, frame }, count, "heat.s-" + of + (count < FEW ? ".few" : "")));
  };
  const rows = sources.map((who) => h("tr", null, h("th", { scope: "row" }, source(who)), frames.map((frame) => cell(who, frame))));
  const head = [text("page.source"), ...frames.map((frame) => bdi(frameName(frame)))];
  return section("sources", say("page.heat"), say("page.heat-about"), legend(), table(text("page.heat"), head, rows, ".heat"));
}

function legend() {
  return h("ul.legend", { "aria-label": text("page.legend") },
    ["m2", "m1", "z", "p1", "p2"].map((of) => h("li", null, h("span.chip.s-" + of, null, sideName(of)))),
    h("li", null, h("span.chip.few", null, say("page.under-five"))));
}
