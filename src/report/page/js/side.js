// One event side by side: its articles in columns, what each calls whom, and who is silent.

const shownOptions = { sides: true, own: false, speakers: false };

const eventList = () => Object.entries(D.events).map(([ix, event]) => [Number(ix), event])
  .sort((a, b) => (a[1].date || "9").localeCompare(b[1].date || "9") || a[0] - b[0]);

/** The sources that tell an event, in the order of their first articles. */
function tellers(event) {
  const order = [];
  for (const [at] of event.articles) {
    const who = D.articles[at][A.source];
    if (!order.includes(who)) order.push(who);
  }
  return order;
}

const shows = (mention) => (!shownOptions.sides || stance(mention[M.label]) !== 0) && (!shownOptions.own || mention[M.voice] === 0);

function pieces(at) {
  const article = D.articles[at];
  const list = article[A.pieces].map((piece, ix) => [piece, at + "/" + ix]);
  const draw = ([piece, key]) => marked(key, piece, [0, piece[P.text].length], { shows });
  const title = list.filter(([piece]) => piece[P.part] === 0).map((one) => h("h4", { dir: "auto" }, draw(one)));
  const body = list.filter(([piece]) => piece[P.part] === 1).map((one) => h("p.text", { dir: "auto" },
    one[0][P.before] ? h("span.gap", { "aria-label": text("page.gap") }, "… ") : "", draw(one),
    one[0][P.behind] ? h("span.gap", { "aria-hidden": "true" }, " …") : ""));
  return [title, body.length ? body : h("p.none", null, say("page.no-texts"))];
}

function column(at) {
  const article = D.articles[at];
  const quoted = article[A.words] ? Math.round((100 * article[A.quoted]) / article[A.words]) : 0;
  return h("article.column", { id: "article-" + at, tabindex: "-1" },
    h("header", null,
      h("h3", null, source(article[A.source])),
      h("p.who", null, when(article), " · ", counted(article[A.words], "page.words"), " · ",
        say("page.quoted", h("bdi.num", { dir: "ltr" }, quoted + "%")), " · ", bdi(article[A.id])),
      article[A.copyOf] ? h("p.copy", null, say("page.copy-of", bdi(article[A.copyOf]))) : ""),
    pieces(at));
}

/** Who does not tell the event: first those that could have. */
function silent(event) {
  const told = tellers(event);
  const could = event.silent.map(([who, by, of]) => h("article.column.silent", null,
    h("h3", null, source(who)), h("p", null, say("page.silent", whole(by), whole(of)))));
  const others = D.sources.map((_, ix) => ix).filter((ix) => !told.includes(ix) && !event.silent.some(([who]) => who === ix));
  const rest = others.length ? h("p.held", null, others.length > 12
    ? say("page.others-not", counted(others.length, "source"))
    : say("page.not-told", h("span", null, others.map((ix, at) => [at ? text("page.comma") : "", source(ix)])))) : "";
  return [could, rest];
}

function compared(ix, event) {
  const who = tellers(event);
  const head = [text("page.question"), ...who.map(source)];
  const row = ([frame, actor, apart, words], at) => h("tr", { hidden: at >= 6 && "hidden" }, h("th", { scope: "row" },
    bdi(topicName(frame, actor)), apart ? h("small", null, say("page.apart", plain(apart, 2))) : ""),
  who.map((one) => {
    const found = words.find(([of]) => of === one);
    return h("td", null, found ? chips(found[2], { voice: 0, frame, actor, source: one, event: ix }) : "");
  }));
  if (!event.compared.length) return h("p.none", null, say("page.nothing"));
  const rows = event.compared.map(row);
  const all = h("button", { type: "button", onclick: () => { rows.forEach((one) => { one.hidden = false; }); all.remove(); } },
    say("page.all-rows", whole(rows.length)));
  return [table(text("page.words-of-event"), head, rows, ".words"), rows.length > 6 ? all : ""];
}

function figureTable(event) {
  if (!event.figures.length) return "";
  const order = ["killed", "wounded"];
  const kinds = [...new Set(event.figures.map((row) => row[3]))].filter(Boolean);
  kinds.sort((a, b) => (order.indexOf(b) - order.indexOf(a)) || a.localeCompare(b));
  const one = ([at, value, bound, , who, denied, found]) => {
    const hedge = bound === null ? "" : text("page.bound." + bound);
    const shown = [hedge && [hedge, " "], h("bdi.num", { dir: "ltr" }, whole(value)), who && [" ", bdi(who)], denied ? [" ", say("page.denied")] : ""];
    return found ? h("button.number", { type: "button", onclick: () => readIn(at, found) }, shown) : h("span.number", null, shown);
  };
  const rows = tellers(event).map((who) => h("tr", null, h("th", { scope: "row" }, source(who)), kinds.map((kind) => h("td", null,
    event.figures.filter((row) => row[3] === kind && D.articles[row[0]][A.source] === who).map((row) => h("div", null, one(row)))))));
  return h("details.more", null, h("summary", null, say("page.figures")), h("p.about", null, say("page.figures-about")),
    table(text("page.figures"), [text("page.source"), ...kinds.map((kind) => text("page.what." + kind))], rows));
}

function coverage(event) {
  const hours = (row) => (row[3] === null ? "" : say("page.hours", plain(row[3], 1)));
  const rows = event.coverage.map((row) => h("tr", null, h("th", { scope: "row" }, source(row[0])),
    h("td", null, counted(row[1], "article")), h("td", null, whole(row[2])), h("td", null, hours(row)),
    h("td", null, h("bdi.num", { dir: "ltr" }, row[4] + "%")),
    h("td", null, row[5].map((actor, at) => [at ? text("page.comma") : "", bdi(actorName(actor))]))));
  const head = ["page.source", "page.articles", "page.word-count", "page.after-first", "page.in-quotes", "page.left-out"].map((key) => text(key));
  return h("details.more", null, h("summary", null, say("page.coverage")), h("p.about", null, say("page.coverage-about")),
    table(text("page.coverage"), head, rows));
}

function sideView() {
  const list = eventList();
  if (!list.length) return section("side", say("page.side"), say("page.side-about"), h("p.none", null, say("page.nothing")));
  const body = h("div", null);
  const select = h("select", { onchange: () => draw(Number(select.value), true) }, list.map(([ix, event]) => h("option", { value: ix },
    (event.date ? event.date + " · " : "") + event.headline + " (" + tellers(event).length + ")")));
  const texts = h("div", null);
  const columns = (ix) => texts.replaceChildren(h("div.columns" + (shownOptions.speakers ? ".speakers" : ""), null,
    D.events[ix].articles.map(([at]) => column(at)), silent(D.events[ix])[0]), ...[silent(D.events[ix])[1]].filter(Boolean));
  const draw = (ix, cite) => {
    const event = D.events[ix];
    state.event = ix;
    select.value = String(ix);
    body.replaceChildren(h("h3.headline", null, bdi(event.headline)),
      h("p.who", null, event.date ? h("bdi.num", { dir: "ltr" }, event.date) : say("page.undated"), " · ",
        counted(event.articles.length, "article"), " · ", counted(tellers(event).length, "source"), " · ", bdi(event.name)),
      put(h("div", null), compared(ix, event)));
    columns(ix);
    tail.replaceChildren(...[figureTable(event), coverage(event)].filter(Boolean));
    if (cite) address("side", event.name);
  };
  const tail = h("div", null);
  const step = (by) => {
    const at = list.findIndex(([ix]) => ix === state.event);
    const next = list[(at + by + list.length) % list.length];
    draw(next[0], true);
  };
  views.step = step;
  views.show = draw;
  const switches = h("div.switches", { role: "group", "aria-label": text("page.show") },
    ["sides", "own", "speakers"].map((key) => toggle(text("page.only." + key), shownOptions[key], (on) => {
      shownOptions[key] = on;
      columns(state.event);
    })));
  const asked = list.find(([, event]) => event.name === wanted("side"));
  const most = [...list].sort((a, b) => tellers(b[1]).length - tellers(a[1]).length || a[0] - b[0])[0];
  draw(asked ? asked[0] : state.event ?? (D.cards[0] && (D.cards[0].names || [])[0]) ?? most[0], false);
  if (!D.events[state.event]) draw(most[0], false);
  return section("side", say("page.side"), say("page.side-about"),
    h("div.picker", null,
      h("button", { type: "button", onclick: () => step(-1), "aria-keyshortcuts": "k" }, say("page.before")),
      h("label.choose", null, h("span", null, say("page.event")), select),
      h("button", { type: "button", onclick: () => step(1), "aria-keyshortcuts": "j" }, say("page.next"))),
    body, legend(), h("p.voices", null, [1, 2, 3].map((voice) => [h("span.voice.v" + voice, null, voiceName(voice)), " "]), h("span.furniture", null, say("page.furniture"))),
    switches, texts, tail,
    Object.keys(D.events).length < D.totals.events && h("p.held", null, say("page.events-left", whole(list.length), whole(D.totals.events))));
}

/** Goes to an article, and to a run of one of its pieces. */
function readIn(at, found) {
  leaveDialog();
  views.show(D.articles[at][A.event], true);
  const node = document.getElementById("article-" + at);
  node.scrollIntoView({ block: "start" });
  node.focus({ preventScroll: true });
  if (found) {
    const [piece, from, to] = found;
    const words = D.articles[at][A.pieces][piece][P.text].slice(from, to);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text_ = walker.nextNode(); text_; text_ = walker.nextNode()) {
      const start = text_.data.indexOf(words);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(text_, start);
      range.setEnd(text_, start + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      text_.parentElement.scrollIntoView({ block: "center" });
      break;
    }
  }
}

/** When an article was published, in hours, and whether that is known to the minute. */
function hour(article) {
  if (!article[A.day]) return null;
  return [Date.parse(article[A.day] + "T" + (article[A.time] || "00:00") + "Z") / 36e5, Boolean(article[A.time])];
}

/** The clock of an event: it begins with its first article, or with its first day where one has no more than a day. */
function clock(event) {
  const known = event.articles.map(([at]) => [at, hour(D.articles[at])]).filter(([, when_]) => when_);
  if (!known.length) return [];
  const isTimed = known.every(([, [, timed]]) => timed);
  const first = Math.min(...known.map(([, [hours]]) => hours));
  const start = isTimed ? first : Math.floor(first / 24) * 24;
  return known.map(([at, [hours, timed]]) => ({ at, hours: hours - start, timed }));
}

function clocks() {
  const list = eventList().filter(([, event]) => tellers(event).length > 1).map(([, event]) => [event, clock(event)]);
  const longest = Math.max(24, ...list.flatMap(([, marks]) => marks.map(({ hours, timed }) => hours + (timed ? 0 : 24))));
  const most = Math.ceil(Math.min(longest, 240) / 24) * 24;
  const share_ = (hours) => Math.min(100, (hours / most) * 100) + "%";
  const dot = (marks) => ({ at, hours, timed }) => {
    const article = D.articles[at];
    const copy = article[A.copyOf] ? ".few" : "";
    const name = [sourceName(article[A.source]), article[A.day], article[A.time], copy && text("page.copy")].filter(Boolean).join(" · ");
    const lanes = marks.filter((one) => !one.timed && one.hours === hours);
    const lane = lanes.findIndex((one) => one.at === at) - (lanes.length - 1) / 2;
    const style = timed ? { "inset-inline-start": share_(hours) }
      : { "inset-inline-start": share_(hours), "inline-size": (24 / most) * 100 + "%", "--lane": String(lane) };
    return h("button." + (timed ? "moment" : "day") + copy, { type: "button", "aria-label": name, "data-tip": name, style, onclick: () => readIn(at) });
  };
  const ticks = [];
  const step = most <= 24 ? 6 : most <= 72 ? 12 : 24;
  for (let hours = 0; hours <= most; hours += step) ticks.push(h("span.step", { style: { "inset-inline-start": share_(hours) } }, h("bdi.num", { dir: "ltr" }, "+" + hours)));
  const rows = list.map(([event, marks]) => h("div.row", { role: "listitem" },
    h("div.name", null, h("button.link", { type: "button", onclick: () => goTo("side", event.name) }, bdi(event.headline)),
      h("span.count", null, event.date ? h("bdi.num", { dir: "ltr" }, event.date) : "", " · ", counted(tellers(event).length, "source"))),
    h("div.track.clock", null, marks.map(dot(marks)))));
  return section("events", say("page.events"), say("page.events-about"),
    rows.length ? h("div.dots.clocks", { role: "list" }, h("div.row.scale", { "aria-hidden": "true" }, h("div.name", null, say("page.hours-after")), h("div.track", null, ticks)), rows)
      : h("p.none", null, say("page.no-shared")));
}
