// What all views use: the data, the words in both languages, and how nodes are made. Texts become
// nodes by textContent alone.

const D = JSON.parse(document.getElementById("data").textContent);
const ENGLISH = 0, ARABIC = 1;
const MINUS = "\u2212";

const state = { tongue: D.tongue === "ar" ? ARABIC : ENGLISH, theme: "", event: null };

// The columns of rows, as `articles.rs` and `events.rs` write them.
const A = { id: 0, source: 1, event: 2, day: 3, time: 4, copyOf: 5, counted: 6, words: 7, quoted: 8, title: 9, pieces: 10 };
const P = { part: 0, text: 1, before: 2, behind: 3, stretches: 4, cuts: 5 };
const M = { article: 0, piece: 1, from: 2, to: 3, start: 4, end: 5, label: 6, term: 7, actor: 8, guess: 9, voice: 10, counts: 11, stretch: 12 };
const S = { from: 0, to: 1, kind: 2, speaker: 3, cue: 4, certain: 5 };
const VOICES = ["narrator", "reported", "quoted", "distanced"];
// Of fewer mentions a lean is words, and no measure.
const FEW = 5;

/** A node with attributes and children; lists are taken as their members, what is missing is left out. */
function h(name, attributes, ...children) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "style") for (const [rule, set] of Object.entries(value)) node.style.setProperty(rule, set);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  return put(node, children);
}

function put(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

/** A wording; what is put in may be nodes. Gives a list for `h`. */
function say(key, ...with_) {
  const row = D.words[key];
  if (!row) {
    // A page with a key in it is better than none; the tests listen to the console.
    console.error("no wording " + key);
    return [key.split(".").pop()];
  }
  return row[state.tongue].split(/\{(\d)\}/).map((piece, at) => (at % 2 ? with_[Number(piece)] : piece));
}

/** The same as a text, for names of controls. */
function text(key, ...with_) {
  return say(key, ...with_).map((part) => (part instanceof Node ? part.textContent : part)).flat().join("");
}

/** Which of the five forms goes with a number: the rules of Arabic, as `wording.rs` has them. */
function form(count) {
  const rest = count % 100;
  if (count === 1) return "one";
  if (count === 2) return "two";
  if (rest >= 3 && rest <= 10) return "few";
  return rest >= 11 ? "many" : "other";
}

function counted(count, what) {
  return text(what + "." + form(count), whole(count));
}

/** One kind of digits in both languages. A comma keeps a number whole in lines that run from the right; a space does not. */
function whole(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A measure with its sign, read from the left in both languages. */
function signed(number, digits = 2) {
  if (number === null || number === undefined) return null;
  const size = Math.abs(number).toFixed(digits);
  const sign = Number(size) === 0 ? "" : number < 0 ? MINUS : "+";
  return h("bdi.num", { dir: "ltr" }, sign + size);
}

function plain(number, digits) {
  return h("bdi.num", { dir: "ltr" }, number.toFixed(digits));
}

const bdi = (words, attributes) => h("bdi", attributes || {}, words);
const sourceName = (ix) => (ix < 0 ? text("page.all-others") : D.sources[ix]);
const source = (ix) => bdi(sourceName(ix));
const frameName = (ix) => D.frames[ix][1][state.tongue];
const question = (ix) => D.frames[ix][2][state.tongue];
const labelName = (ix) => D.labels[ix][3][state.tongue];
const stance = (label) => D.labels[label][2];
const actorName = (ix) => (ix === null ? text("page.nobody") : D.actors[ix][1][state.tongue]);
const topicName = (frame, actor) => (actor === null ? frameName(frame) : text("page.about", frameName(frame), actorName(actor)));
const voiceName = (voice) => text("page.voice." + VOICES[voice]);
const articleOf = (mention) => D.articles[mention[M.article]];
const pieceOf = (mention) => articleOf(mention)[A.pieces][mention[M.piece]];
const frameOf = (mention) => D.labels[mention[M.label]][0];

/** The class of a lean or a stance, by which styles colour and sign it. */
function side(lean) {
  if (lean === null) return "none";
  if (lean <= -1.5) return "m2";
  if (lean < -0.25) return "m1";
  if (lean <= 0.25) return "z";
  return lean < 1.5 ? "p1" : "p2";
}

const sideName = (of) => text("page.side." + of);

/** A day, and the time where it is known. */
function when(article) {
  if (!article[A.day]) return h("span", null, say("page.undated"));
  return h("bdi.num", { dir: "ltr" }, article[A.day] + (article[A.time] ? " " + article[A.time] : ""));
}

/** A button that shows the places behind a number. */
function opens(children, name, query, shown, classes = "") {
  return h("button." + (classes || "number"), {
    type: "button",
    "aria-label": name,
    onclick: (event) => showEvidence(query, shown, event.currentTarget),
  }, children);
}

/** A word with its count; opens its places. `query` says of which source, question and actor. */
function chip([word, label, count, terms], query) {
  const own = { ...query, label, terms };
  const of = side(stance(label));
  const name = text("page.chip", word, counted(count, "mention"), labelName(label), sideName(of));
  return opens([bdi(word), h("span.count", { "aria-hidden": "true" }, whole(count))], name, own, count, "chip.s-" + of);
}

function chips([words, rest], query) {
  const shown = words.map((one) => chip(one, query));
  if (rest) shown.push(h("span.rest", null, say("page.rest", counted(rest, "mention"))));
  return h("span.chips", null, shown);
}

/** Mentions that the page holds, of a query. */
function places(query) {
  return D.mentions.filter((mention) => {
    const article = articleOf(mention);
    const is = (key, found) => query[key] === undefined || query[key] === found;
    return is("source", article[A.source])
      && is("frame", frameOf(mention))
      && (query.actor === undefined || query.actor === mention[M.actor])
      && is("label", mention[M.label])
      && is("voice", mention[M.voice])
      && is("event", article[A.event])
      && (!query.events || query.events.includes(article[A.event]))
      && (!query.terms || query.terms.includes(mention[M.term]))
      && (query.not === undefined || article[A.source] !== query.not)
      && (!query.counted || article[A.counted])
      && mention[M.counts] === 1;
  });
}

/** A section of the page with its heading. */
function section(id, title, about, ...children) {
  return h("section", { id, "aria-labelledby": id + "-title", tabindex: "-1" },
    h("h2", { id: id + "-title" }, title),
    about && h("p.about", null, about),
    children);
}

function table(name, head, rows, classes = "") {
  return h("div.scroll", { tabindex: "0", role: "region", "aria-label": name },
    h("table" + classes, null,
      h("thead", null, h("tr", null, head.map((cell) => h("th", { scope: "col" }, cell)))),
      h("tbody", null, rows)));
}

function choose(name, options, chosen, onchange) {
  return h("label.choose", null, h("span", null, name),
    h("select", { onchange: (event) => onchange(event.target.value) },
      options.map(([value, shown]) => h("option", { value, selected: value === chosen }, shown))));
}

function toggle(name, on, onchange) {
  return h("label.toggle", null,
    h("input", { type: "checkbox", checked: on, onchange: (event) => onchange(event.target.checked) }),
    h("span", null, name));
}

/** Says in the address what is looked at, so that it can be cited. */
function address(view, value) {
  const hash = "#" + view + (value === undefined ? "" : "=" + encodeURIComponent(value));
  history.replaceState(null, "", hash);
}
