// Texts with their marks: labels by stance, voices, furniture; the tip; the dialog behind a number.

/** The mentions of each piece, by article and piece, in order. */
const MARKS = (() => {
  const of = new Map();
  D.mentions.forEach((mention) => {
    const key = mention[M.article] + "/" + mention[M.piece];
    if (!of.has(key)) of.set(key, []);
    of.get(key).push(mention);
  });
  for (const list of of.values()) list.sort((a, b) => a[M.from] - b[M.from] || b[M.to] - a[M.to]);
  return of;
})();

/** Mentions that lie over each other (of several questions) as one mark each. */
function groups(mentions) {
  const found = [];
  for (const mention of mentions) {
    const last = found[found.length - 1];
    if (last && mention[M.from] < last.to) {
      last.to = Math.max(last.to, mention[M.to]);
      last.mentions.push(mention);
    } else found.push({ from: mention[M.from], to: mention[M.to], mentions: [mention] });
  }
  return found;
}

function strongest(mentions) {
  const counting = mentions.filter((mention) => mention[M.counts] === 1);
  const size = (mention) => Math.abs(stance(mention[M.label]));
  return (counting.length ? counting : mentions).reduce((best, one) => (size(one) > size(best) ? one : best));
}

/** The voices of a piece from place to place: what lies nearer goes before. */
function voices(piece, from, to) {
  const ends = new Set([from, to]);
  for (const stretch of piece[P.stretches]) [S.from, S.to].forEach((end) => ends.add(stretch[end]));
  for (const cut of piece[P.cuts]) cut.forEach((end) => ends.add(end));
  const sorted = [...ends].filter((end) => end >= from && end <= to).sort((a, b) => a - b);
  return sorted.slice(1).map((end, at) => {
    const start = sorted[at];
    const over = piece[P.stretches].filter((stretch) => stretch[S.from] <= start && stretch[S.to] >= end);
    const nearest = over.reduce((best, one) => (!best || one[S.kind] >= best[S.kind] ? one : best), null);
    return { start, end, stretch: nearest, cut: piece[P.cuts].some((cut) => cut[0] <= start && cut[1] >= end) };
  });
}

/** A run of a piece with its marks; `focus` are mentions to be shown above others, `shows` which are marked. */
function marked(key, piece, [from, to], { focus, shows } = {}) {
  const list = (MARKS.get(key) || []).filter((mention) => !shows || shows(mention));
  const all = groups(list.filter((mention) => mention[M.to] > from && mention[M.from] < to));
  return voices(piece, from, to).map(({ start, end, stretch, cut }) => {
    const nodes = [];
    let at = start;
    for (const group of all.filter((one) => one.from < end && one.to > start)) {
      const [left, right] = [Math.max(group.from, start), Math.min(group.to, end)];
      if (left > at) nodes.push(piece[P.text].slice(at, left));
      nodes.push(mark(piece, group, [left, right], { focus, open: right < group.to }));
      at = right;
    }
    if (at < end) nodes.push(piece[P.text].slice(at, end));
    if (cut) return h("span.furniture", null, nodes);
    if (!stretch) return nodes;
    const speaker = stretch[S.speaker];
    return h("span.voice.v" + (stretch[S.kind] + 1), {
      "data-tip": voiceTold(stretch), "data-speaker": speaker || null,
    }, nodes);
  });
}

function mark(piece, group, [from, to], { focus, open }) {
  const main = strongest(group.mentions);
  const is = focus ? group.mentions.some((mention) => focus.includes(mention)) : false;
  const classes = [".mark", ".s-" + side(stance(main[M.label]))];
  if (is) classes.push(".focus");
  if (open) classes.push(".open");
  if (main[M.counts] !== 1) classes.push(".not");
  const told = group.mentions.map((mention) => mentionTold(piece, mention)).join("\n");
  return h("mark" + classes.join(""), { tabindex: "0", "data-tip": told }, piece[P.text].slice(from, to));
}

function voiceTold(stretch) {
  const kind = text("page.voice." + VOICES[stretch[S.kind] + 1]);
  const speaker = stretch[S.speaker] ? text("page.speaker", stretch[S.speaker]) : "";
  const cue = stretch[S.cue] ? text("page.cue", stretch[S.cue]) : "";
  return [kind, speaker, cue].filter(Boolean).join(" · ");
}

function mentionTold(piece, mention) {
  const of = side(stance(mention[M.label]));
  const label = text("page.tip.label", labelName(mention[M.label]), sideName(of));
  const about = mention[M.actor] !== null ? text("page.tip.actor", actorName(mention[M.actor]))
    : mention[M.guess] !== null ? text("page.tip.guess", actorName(mention[M.guess])) : "";
  const stretch = mention[M.stretch] === null ? null : piece[P.stretches][mention[M.stretch]];
  const voice = stretch ? voiceTold(stretch) : voiceName(mention[M.voice]);
  const counts = mention[M.counts] === 1 ? "" : text("page.tip.not");
  return [label, frameName(frameOf(mention)), about, voice, counts].filter(Boolean).join(" · ");
}

/** The sentence of a mention, marked. */
function sentence(mention, focus) {
  const piece = pieceOf(mention);
  const key = mention[M.article] + "/" + mention[M.piece];
  const run = [mention[M.start], mention[M.end]];
  const before = run[0] > 0 ? false : piece[P.before] && piece[P.part] === 1;
  const shows = focus ? (one) => focus.includes(one) : undefined;
  return h("p.sentence", { dir: "auto" }, before && "… ", marked(key, piece, run, { focus, shows }),
    run[1] >= piece[P.text].length && piece[P.behind] ? " …" : "");
}

/** A place as the dialog and the concordance list it. */
function place(mention, focus) {
  const article = articleOf(mention);
  const piece = pieceOf(mention);
  const stretch = mention[M.stretch] === null ? null : piece[P.stretches][mention[M.stretch]];
  const title = piece[P.part] === 0 ? text("page.in-title") : "";
  return h("li.place", null,
    h("p.who", null,
      h("strong", null, source(article[A.source])), " · ", when(article), " · ", voiceName(mention[M.voice]),
      stretch && stretch[S.speaker] ? [" · ", bdi(stretch[S.speaker])] : "",
      title && [" · ", title],
      article[A.copyOf] ? [" · ", say("page.copy-of", bdi(article[A.copyOf]))] : ""),
    sentence(mention, focus),
    h("button.link", { type: "button", onclick: () => readIn(mention[M.article]) }, say("page.read-in")));
}

/** A dialog with a list, of which so many are drawn at once; what it was opened from has the focus again. */
function showDialog(title, about, list, from) {
  const dialog = h("dialog.evidence", { "aria-labelledby": "evidence-title" });
  const shown = h("ol.places", null);
  const more = h("button", { type: "button" }, say("page.more"));
  let at = 0;
  const go = () => {
    put(shown, list.slice(at, at + 50).map((one) => (typeof one === "function" ? one() : one)));
    at += 50;
    more.hidden = at >= list.length;
  };
  more.addEventListener("click", go);
  put(dialog, [
    h("div.bar", null, h("h3", { id: "evidence-title" }, title),
      h("button.close", { type: "button", onclick: () => dialog.close(), "aria-label": text("page.close") }, "\u00d7")),
    about instanceof Node ? about : h("p.about", null, about),
    shown, more,
  ]);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (!dialog.dataset.left && from && from.isConnected) from.focus();
  });
  go();
  document.body.append(dialog);
  dialog.showModal();
}

/** The dialog behind a number: its sentences, and how many of them the page holds. */
function showEvidence(query, shown, from) {
  const found = places(query);
  const topic = query.frame === undefined ? "" : topicName(query.frame, query.actor ?? null);
  const who = query.source === undefined ? "" : sourceName(query.source);
  const title = [topic, who].filter(Boolean).map((part, ix) => [ix ? " · " : "", bdi(part)]);
  const told = found.length >= shown ? counted(found.length, "mention") : say("page.part", whole(found.length), whole(shown));
  const about = h("p.about", { "data-found": found.length, "data-count": shown }, told,
    found.length < shown && D.texts === "none" ? [" ", say("page.no-texts")] : "");
  showDialog(title, about, found.map((mention) => () => place(mention, [mention])), from);
}

/** Closes the dialog for a place elsewhere in the page, which then has the focus. */
function leaveDialog() {
  const open = document.querySelector("dialog[open]");
  if (!open) return;
  open.dataset.left = "1";
  open.close();
  open.remove();
}

/** The tip of whatever is under the pointer or has the focus. */
function startTips() {
  const tip = h("div", { id: "tip", role: "tooltip", hidden: true });
  document.body.append(tip);
  let of = null;
  const hide = () => {
    tip.hidden = true;
    if (of) of.removeAttribute("aria-describedby");
    of = null;
  };
  const show = (event) => {
    const node = event.target.closest ? event.target.closest("[data-tip]") : null;
    if (node === of) return;
    hide();
    if (!node) return;
    of = node;
    tip.replaceChildren(...node.dataset.tip.split("\n").map((line) => h("p", { dir: "auto" }, line)));
    (node.closest("dialog") || document.body).append(tip);
    node.setAttribute("aria-describedby", "tip");
    tip.hidden = false;
    const [box, own] = [node.getBoundingClientRect(), tip.getBoundingClientRect()];
    const left = Math.min(Math.max(8, box.left + box.width / 2 - own.width / 2), innerWidth - own.width - 8);
    const above = box.top - own.height - 8;
    tip.style.setProperty("left", left + "px");
    tip.style.setProperty("top", (above > 8 ? above : box.bottom + 8) + "px");
  };
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("scroll", hide, true);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}
