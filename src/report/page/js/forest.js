// Differences inside events, and who words things like whom.

/** −4 … +4 as a share of the track. */
const spread = (found) => ((Math.max(-4, Math.min(4, found)) + 4) / 8) * 100 + "%";

function forestRow([frame, actor, who, other, events, count, others, lean, otherLean, difference, low, high, p, q, hanging]) {
  const of = { ...OWN, frame, actor };
  const name = [sourceName(who), sourceName(other), topicName(frame, actor), signed(difference).textContent].join(" · ");
  const line = low === null ? "" : h("span.interval", { style: { "inset-inline-start": spread(low), "inset-inline-end": 100 - parseFloat(spread(high)) + "%" } });
  const chance = q !== null && q > 0.05;
  const verdict = q === null ? "few" : chance ? "chance" : "sure";
  return h("div.row.is-" + verdict, { role: "listitem" },
    h("div.name", null, h("span", null, source(who), h("span.against", { "aria-label": text("page.against") }, " / "), source(other)),
      h("span.count", null, bdi(topicName(frame, actor)), " · ", counted(events, "shared event"))),
    h("div.track.wide", null, h("span.zero"), line,
      h("span.dot.s-" + side(difference) + (low === null ? ".few" : ""), { tabindex: "0", role: "img", "aria-label": name,
        "data-tip": name, style: { "inset-inline-start": spread(difference), "--size": "13px" } })),
    h("div.figures", null, signed(difference), low === null ? "" : [" ", say("page.interval", signed(low), signed(high))],
      q === null ? "" : h("span.q", null, h("bdi.num", { dir: "ltr" }, "q = " + q.toFixed(3))),
      h("div.leans", null, leaning(lean, { ...of, source: who }, count), " / ",
        leaning(otherLean, other < 0 ? { ...of, not: who } : { ...of, source: other }, others)),
      hanging.length ? h("details", null, h("summary", null, say("page.hangs-on")), h("ul", null, hanging.map(([kind, key, words, without, all]) => h("li", null,
        say("page.without." + kind, bdi(words || key)), " ", without === null ? say("page.gone") : signed(without), all ? h("strong", null, " ", say("page.hangs")) : "")))) : ""));
}

function differences() {
  const { all, alike: same, shown } = D.differences;
  if (!shown.length) return section("differences", say("page.differences"), say("page.differences-about"), h("p.none", null, say("page.no-shared")));
  const list = h("div.dots.forest", { role: "list" });
  const step = 15;
  let at = 0;
  const more = h("button", { type: "button", onclick: () => go(step * 2) }, say("page.more"));
  const go = (count) => {
    put(list, shown.slice(at, at + count).map(forestRow));
    at += count;
    more.hidden = at >= shown.length;
  };
  const scale = [-4, -2, 0, 2, 4].map((tick) => h("span.step", { style: { "inset-inline-start": spread(tick) } }, signed(tick, 0)));
  put(list, h("div.row.scale", { "aria-hidden": "true" }, h("div.name"), h("div.track.wide", null, scale), h("span")));
  go(step);
  return section("differences", say("page.differences"), say("page.differences-about"),
    h("p.held", null, say("page.differences-sum", whole(all), whole(shown.filter((row) => row[13] !== null && row[13] <= 0.05).length), whole(same))), list, more,
    all > shown.length && h("p.held", null, say("page.differences-left", whole(shown.length), whole(all))));
}

const svg = (name, attributes) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
};

/** The tree of merges: names in HTML, lines in SVG; 0 stands beside the names. */
function tree() {
  const { merges } = D.alike;
  const last = merges[merges.length - 1];
  if (!last) return "";
  const find = (side_) => merges.find(([left, right]) => left.length + right.length === side_.length && [...left, ...right].every((ix) => side_.includes(ix)));
  const order = [];
  const walk = (side_) => {
    if (side_.length === 1) { order.push(side_[0]); return; }
    const [left, right] = find(side_);
    walk(left);
    walk(right);
  };
  walk([...last[0], ...last[1]]);
  const [rowHeight, width] = [34, 1000];
  const most = Math.max(...merges.map((merge) => merge[2])) || 1;
  const y = new Map(order.map((ix, at) => [String(ix), (at + 0.5) * rowHeight]));
  const x = new Map(order.map((ix) => [String(ix), 0]));
  const key = (side_) => [...side_].sort((a, b) => a - b).join(",");
  const drawing = svg("svg", { viewBox: "0 0 " + width + " " + order.length * rowHeight, preserveAspectRatio: "none", "aria-hidden": "true" });
  drawing.style.setProperty("block-size", order.length * rowHeight + "px");
  for (const [left, right, distance] of merges) {
    const at = 20 + (distance / most) * (width - 60);
    const [a, b] = [key(left), key(right)];
    const lines = ["M", x.get(a), y.get(a), "H", at, "V", y.get(b), "H", x.get(b)].join(" ");
    drawing.append(svg("path", { d: lines, fill: "none", "vector-effect": "non-scaling-stroke" }));
    const joined = key([...left, ...right]);
    x.set(joined, at);
    y.set(joined, (y.get(a) + y.get(b)) / 2);
  }
  const cluster = (ix) => D.alike.placed.find((row) => row[0] === ix);
  const names = order.map((ix) => h("li.g" + ((cluster(ix) || [])[1] ?? 0), null, source(ix)));
  return h("div.tree", null, h("ol", { "aria-label": text("page.tree") }, names), h("div.lines", null, drawing));
}

function map() {
  const placed = D.alike.placed.filter((row) => row[4] !== null);
  if (placed.length < 3) return "";
  const most = Math.max(...placed.flatMap((row) => [Math.abs(row[4]), Math.abs(row[5])])) || 1;
  const at = (found) => 50 + (found / most) * 38;
  // A name goes below its dot, or to the next place where none stands, as far as widths can be guessed.
  const taken = placed.map((row) => [at(row[4]) - 1.5, at(-row[5]) - 2, 3, 4]);
  const hits = ([x, y, width, height]) => taken.some(([a, b, c, d]) => x < a + c && a < x + width && y < b + d && b < y + height);
  const named = placed.map(([who, cluster, , , x, y]) => {
    const [left, top, width, height] = [at(x), at(-y), Math.min(44, sourceName(who).length * 1.45 + 2), 7];
    const spots = [2.2, -9.2, 9, -16, 16, -23].map((below) => [left - width / 2, top + below, width, height]);
    const spot = spots.find((one) => !hits(one)) || spots[0];
    taken.push(spot);
    return [h("i.g" + (cluster ?? 0), { "aria-hidden": "true", style: { left: left + "%", top: top + "%" } }),
      h("li", { style: { left: left + "%", top: spot[1] + "%" } }, source(who))];
  });
  return h("figure.map", null, h("figcaption", null, say("page.map")), h("ul", null, named.map((pair) => pair[1]), named.map((pair) => pair[0])));
}

function alike() {
  const rows = D.alike.placed.map(([who, cluster, silhouette, stability, , , why]) => h("tr", null, h("th", { scope: "row" }, source(who)),
    h("td", null, cluster === null ? (why ? say("page.unplaced." + why) : "") : h("span.group.g" + cluster, null, whole(cluster))),
    h("td", null, silhouette === null ? "" : plain(silhouette, 2)),
    h("td", null, stability === null ? "" : h("bdi.num", { dir: "ltr" }, Math.round(stability * 100) + "%"))));
  const head = ["page.source", "page.cluster", "page.silhouette", "page.stability"].map((key) => text(key));
  return section("alike", say("page.alike"), say("page.alike-about"),
    h("p.verdict", null, D.alike.verdict[state.tongue]),
    h("div.two", null, tree(), map()),
    h("details.more", null, h("summary", null, say("page.alike-table")), table(text("page.alike"), head, rows)));
}
