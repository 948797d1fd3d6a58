// Who is given the floor, with how many words, and what they call whom.

/** Stretches that the page holds of a speaker of a source, under any of its names. */
function stretchesOf(who, names) {
  const found = [];
  D.articles.forEach((article, at) => {
    if (sourceName(article[A.source]) !== who) return;
    article[A.pieces].forEach((piece, ix) => piece[P.stretches].forEach((stretch) => {
      if (names.includes(stretch[S.speaker])) found.push([at, ix, stretch]);
    }));
  });
  return found;
}

function showSpeaker(who, speaker, names, from) {
  const list = stretchesOf(who, names).map(([at, ix, stretch]) => h("li.place", null,
    h("p.who", null, when(D.articles[at]), " · ", voiceTold(stretch)),
    h("p.sentence", { dir: "auto" }, marked(at + "/" + ix, D.articles[at][A.pieces][ix], [stretch[S.from], stretch[S.to]])),
    h("button.link", { type: "button", onclick: () => readIn(at) }, say("page.read-in"))));
  showDialog([bdi(speaker), " · ", bdi(who)], counted(list.length, "page.stretches"), list, from);
}

function floor() {
  const { speakers, holders } = D.floor;
  if (!speakers.length) return "";
  const by = new Map();
  for (const row of speakers) {
    if (!by.has(row[0])) by.set(row[0], []);
    by.get(row[0]).push(row);
  }
  const most = Math.max(...speakers.map((row) => row[5] || 0)) || 1;
  const one = ([who, speaker, known, whose, words, share_, stretches, claiming, names]) => {
    const written = [speaker, ...(names || "").split(" · ").map((name) => name.replace(/ \d+$/, ""))].filter(Boolean);
    const shown = speaker ? bdi(speaker) : h("em", null, say("page.unnamed"));
    return h("li", null,
      speaker && D.texts !== "none" ? h("button.link", { type: "button", onclick: (event) => showSpeaker(who, speaker, written, event.currentTarget) }, shown) : h("span", null, shown),
      whose && whose !== speaker ? h("small", null, bdi(whose)) : "",
      h("span.bar", { "aria-hidden": "true", style: { "--share": ((share_ || 0) / most) * 100 + "%" } }),
      h("small", null, counted(words, "page.words"), " · ", counted(stretches, "page.stretches"),
        claiming ? [" · ", say("page.claiming", whole(claiming))] : ""));
  };
  const columns = [...by].map(([who, rows]) => h("article.column", null, h("h3", null, bdi(who)), h("ol.speakers", null, rows.map(one))));
  const lean = (found) => (found === null ? "" : h("span.lean.s-" + side(found), null, signed(found)));
  const rows = holders.map(([who, speaker, frame, actor, labels, count, own, narrator, narrators]) => h("tr", null,
    h("th", { scope: "row" }, bdi(who), h("small", null, bdi(speaker || text("page.unnamed")))),
    h("td", null, bdi(frame), h("small", null, " ", bdi(actor))), h("td", null, bdi(labels || ""), " ", lean(own)),
    h("td", null, bdi(narrator || ""), " ", lean(narrators))));
  const head = ["page.source", "page.question", "page.speaker-says", "page.outlet-says"].map((key) => text(key));
  return section("floor", say("page.floor"), say("page.floor-about"), h("div.columns", null, columns),
    rows.length ? h("details.more", null, h("summary", null, say("page.holders")), h("p.about", null, say("page.holders-about")), table(text("page.holders"), head, rows)) : "");
}
