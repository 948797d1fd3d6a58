// What copying changed, word by word; and happenings that are told in passing.

/** The words of two sentences: what both have, what was taken out, what was put in. */
function compare(before, after) {
  const [a, b] = [before.split(/\s+/), after.split(/\s+/)];
  const long = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      long[i][j] = a[i] === b[j] ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
    }
  }
  const out = [];
  const add = (kind, word) => {
    const last = out[out.length - 1];
    if (last && last[0] === kind) last[1].push(word);
    else out.push([kind, [word]]);
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { add("same", a[i]); i += 1; j += 1; }
    else if (j >= b.length || (i < a.length && long[i + 1][j] >= long[i][j + 1])) { add("del", a[i]); i += 1; }
    else { add("ins", b[j]); j += 1; }
  }
  return out.map(([kind, words]) => [kind === "same" ? words.join(" ") : h(kind, null, words.join(" ")), " "]);
}

function labelChip(label) {
  return label === null ? h("small", null, say("page.no-label")) : h("span.chip.s-" + side(stance(label)), null, bdi(labelName(label)));
}

function articleName([id, who, at]) {
  return [source(who), " ", at === null ? h("small", null, bdi(id)) : h("button.link", { type: "button", onclick: () => readIn(at) }, bdi(id))];
}

/** Changes of one pair of sentences together. */
function bySentence(changes) {
  const found = new Map();
  for (const [, , , was, is, from, to] of changes) {
    const key = from + "\n" + to;
    if (!found.has(key)) found.set(key, [from, to, []]);
    found.get(key)[2].push([was, is]);
  }
  return [...found.values()];
}

function copies() {
  const list = D.copies.shown;
  if (!list.length) return section("copies", say("page.copies"), say("page.copies-about"), h("p.none", null, say("page.no-copies")));
  const one = ([copy, original, percent, direction, changes, dropped]) => h("article.copied", null,
    h("h3", null, articleName(copy), " ", h("span.from", null, say(direction ? "page.taken-from" : "page.shares-with")), " ", articleName(original),
      h("span.count", null, say("page.overlap", h("bdi.num", { dir: "ltr" }, percent + "%")))),
    h("ul.changes", null, bySentence(changes).map(([from, to, labels]) => h("li", null,
      h("p", { dir: "auto" }, compare(from, to)),
      h("p.labels", null, labels.map(([was, is]) => h("span.became", null,
        labelChip(was), h("span.arrow", { role: "img", "aria-label": text("page.became") }), labelChip(is)))))),
    dropped.map(([passage, labels]) => h("li", null,
      passage ? h("p", { dir: "auto" }, h("del", null, passage)) : "",
      h("p.labels", null, h("small", null, say("page.dropped")), " ", labels.map(labelChip))))),
    changes.length + dropped.length ? "" : h("p.none", null, say("page.unchanged")));
  const shown = list.filter(([, , , , changes, dropped]) => changes.length + dropped.length);
  const rest = D.copies.all - shown.length;
  return section("copies", say("page.copies"), say("page.copies-about"), shown.map(one),
    rest > 0 && h("p.held", null, say("page.copies-left", whole(rest))));
}

function passing() {
  const list = D.passing.shown;
  if (!list.length) return "";
  const one = ([names, acts, passages]) => h("article.copied", null,
    h("h3", null, bdi(acts.map((act) => text("act." + act)).join(" · ")), h("span.count", null, bdi(names))),
    h("ul.changes", null, passages.map(([who, id, at, event, day, before, passage, after, voice, labels]) => h("li", null,
      h("p.who", null, h("strong", null, source(who)), " · ", voiceName(voice), day ? [" · ", say("page.said-of", h("bdi.num", { dir: "ltr" }, day))] : "",
        " · ", say("page.in-event", bdi(event)), " · ", at === null ? bdi(id) : h("button.link", { type: "button", onclick: () => readIn(at) }, bdi(id))),
      h("p", { dir: "auto" }, before, " ", h("strong", null, passage), /^[\p{P}]/u.test(after) ? "" : " ", after),
      labels.length ? h("p.labels", null, labels.map(([word, label]) => h("span.chip.s-" + side(stance(label)), { "data-tip": labelName(label) }, bdi(word)))) : ""))));
  return section("passing", say("page.passing"), say("page.passing-about"), list.slice(0, 8).map(one),
    list.length > 8 && h("details.more", null, h("summary", null, say("page.all-rows", whole(D.passing.all))), list.slice(8).map(one)));
}
