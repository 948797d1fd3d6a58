// Words in their context, with filters; the search folds letters as the matcher does.

/** Letters as the matcher compares them. */
function folded(words) {
  let out = "";
  for (const letter of words.toLowerCase()) out += D.fold[letter] ?? letter;
  return out;
}

/** Some words of a run, cut at its far end: never by styles, which cut the wrong end where lines run from the right. */
function nearest(run, count, fromEnd) {
  const words = run.replace(/\s+/g, " ").trim().split(" ");
  if (words.length <= count) return words.join(" ");
  return fromEnd ? "… " + words.slice(-count).join(" ") : words.slice(0, count).join(" ") + " …";
}

/** Whether the first letter of a text runs from the right. */
function isRightToLeft(words) {
  const letter = words.match(/\p{L}/u);
  return letter !== null && /[\u0590-\u08ff\ufb1d-\ufefc]/.test(letter[0]);
}

/** What is shown before a mention, its form, and what is shown behind it. */
function context(mention) {
  const all = pieceOf(mention)[P.text];
  const [start, end] = [Math.min(mention[M.start], mention[M.from]), Math.max(mention[M.end], mention[M.to])];
  const [from, to] = [mention[M.from], mention[M.to]];
  return [nearest(all.slice(start, from), 9, true), all.slice(from, to), nearest(all.slice(to, end), 9, false)];
}

function line(mention) {
  const piece = pieceOf(mention);
  const all = piece[P.text];
  const [before, , behind] = context(mention);
  const article = articleOf(mention);
  const spaced = (text_, at) => (/\s/.test(text_[at] || " ") ? " " : "");
  return h("tr", null,
    h("th", { scope: "row" }, source(article[A.source]), h("small", null, when(article))),
    h("td.kwic", null, h("div", { dir: isRightToLeft(all) ? "rtl" : "ltr" },
      h("span", null, before, spaced(all, mention[M.from] - 1)),
      mark(piece, { from: mention[M.from], to: mention[M.to], mentions: [mention] }, [mention[M.from], mention[M.to]], { focus: [mention] }),
      h("span", null, spaced(all, mention[M.to]), behind))),
    h("td", null, h("small", null, bdi(topicName(frameOf(mention), mention[M.actor])), h("br"), voiceName(mention[M.voice]))),
    h("td", null, h("button.link", { type: "button", onclick: () => readIn(mention[M.article], [mention[M.piece], mention[M.from], mention[M.to]]) }, say("page.read-in"))));
}

function concordance() {
  if (!D.mentions.length) return section("words", say("page.words-title"), say("page.words-about"), h("p.none", null, say("page.no-texts")));
  const kept = { words: "", source: "", frame: "", actor: "", voice: "" };
  // Made when it is first asked for: a page of many mentions is drawn sooner.
  let contexts = null;
  const has = (at, words) => {
    contexts = contexts || D.mentions.map((mention) => folded(context(mention).join(" ")));
    return contexts[at].includes(words);
  };
  const step = 30;
  let shown = step;
  const body = h("tbody", null);
  const told = h("p.about", { "aria-live": "polite" });
  const more = h("button", { type: "button", onclick: () => { shown += step; draw(); } }, say("page.more"));
  const fits = (mention, at) => (kept.source === "" || articleOf(mention)[A.source] === Number(kept.source))
    && (kept.frame === "" || frameOf(mention) === Number(kept.frame))
    && (kept.actor === "" || mention[M.actor] === (kept.actor === "none" ? null : Number(kept.actor)))
    && (kept.voice === "" || mention[M.voice] === Number(kept.voice))
    && (kept.words === "" || has(at, folded(kept.words)));
  const draw = () => {
    const found = D.mentions.filter(fits);
    told.replaceChildren(counted(found.length, "mention"));
    body.replaceChildren(...found.slice(0, shown).map(line));
    more.hidden = found.length <= shown;
  };
  const filter = (key, name, all) => choose(text(name), [["", text("page.all")], ...all], kept[key], (value) => {
    kept[key] = value;
    shown = step;
    draw();
  });
  const by = (names) => [...names].sort((a, b) => a[1].localeCompare(b[1], state.tongue ? "ar" : "en"));
  const met = (of) => [...new Set(D.mentions.map(of))];
  const search = h("input", { type: "search", id: "search", value: wanted("words") || "", "aria-keyshortcuts": "/", oninput: () => {
    kept.words = search.value.trim();
    shown = step;
    draw();
    address("words", kept.words || undefined);
  } });
  kept.words = search.value.trim();
  draw();
  const actors = met((mention) => mention[M.actor]);
  return section("words", say("page.words-title"), say("page.words-about"),
    h("div.filters", { role: "search" },
      h("label.choose", null, h("span", null, say("page.search")), search),
      filter("source", "page.source", by(met((mention) => articleOf(mention)[A.source]).map((ix) => [String(ix), sourceName(ix)]))),
      filter("frame", "page.question", by(met(frameOf).map((ix) => [String(ix), frameName(ix)]))),
      filter("actor", "page.actor", [["none", text("page.nobody")], ...by(actors.filter((ix) => ix !== null).map((ix) => [String(ix), actorName(ix)]))]),
      filter("voice", "page.voice-name", [0, 1, 2, 3].map((voice) => [String(voice), voiceName(voice)]))),
    told,
    h("div.scroll", { tabindex: "0", role: "region", "aria-label": text("page.words-title") }, h("table.kwics", null,
      h("thead", null, h("tr", null, ["page.source", "page.context", "page.question", "page.place"].map((key) => h("th", { scope: "col" }, say(key))))), body)),
    more);
}
