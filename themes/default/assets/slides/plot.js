// Shows the plot of a timeline one entry at a time: `take(slide)` finds it, `show(plot, turn)` shows it up to a step,
// where 0 is before the first entry.
(() => {
  "use strict";

  const { make, all } = window.debriefDom;

  // The corners of the path, whose data has only the commands M, H and V.
  function corners(path) {
    let [x, y] = [0, 0];
    return [...path.getAttribute("d").matchAll(/([MHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)].map(([, way, a, b]) => {
      if (way === "M") [x, y] = [Number(a), Number(b)];
      else if (way === "H") x = Number(a);
      else y = Number(a);
      return [x, y];
    });
  }

  // The length of the path up to `x`, including all vertical segments there.
  function lengthTo(points, x) {
    let length = 0;
    for (let i = 1; i < points.length; i += 1) {
      const [[ax, ay], [bx, by]] = [points[i - 1], points[i]];
      if (bx > x + 0.05) return length + Math.max(0, x - ax);
      length += Math.abs(bx - ax) + Math.abs(by - ay);
    }
    return length;
  }

  // The position of a mark: the centre of a disc, the middle of a triangle's base.
  function place(mark) {
    if (mark.hasAttribute("cx")) return Number(mark.getAttribute("cx"));
    const found = /^M(-?[\d.]+) -?[\d.]+h([\d.]+)/.exec(mark.getAttribute("d") || "");
    return found ? Number(found[1]) + Number(found[2]) / 2 : 0;
  }

  function take(slide) {
    const svg = slide.querySelector("svg.tl");
    const marks = svg ? all(".tl-mark[data-step]", svg) : [];
    if (!marks.length) return null;
    const path = svg.querySelector(".tl-path:not(.tl-open)");
    const points = path ? corners(path) : [];
    const [ends, captions] = [{}, []];
    let turns = 0;
    for (const mark of marks) {
      const turn = Number(mark.getAttribute("data-step"));
      turns = Math.max(turns, turn);
      ends[turn] = lengthTo(points, place(mark));
      const title = mark.querySelector("title");
      if (title) captions[turn] = title.textContent;
    }
    captions[0] = turns + " entries: go on to see them one by one.";
    const start = points.length > 1 ? lengthTo(points.slice(0, 2), Infinity) : 0;
    const caption = make("p", { class: "deck-caption", "aria-live": "polite" });
    (svg.closest(".deck-plot") || svg).after(caption);
    return { svg, path, ends, start, whole: lengthTo(points, Infinity), turns, captions, caption };
  }

  function show({ svg, path, ends, start, whole, turns, captions, caption }, turn) {
    const isWhole = turn >= turns;
    svg.classList.toggle("deck-unfinished", !isWhole);
    for (const node of all("[data-step]", svg)) {
      const step = Number(node.getAttribute("data-step"));
      node.classList.toggle("deck-later", step > turn);
      node.classList.toggle("deck-now", step === turn);
    }
    caption.textContent = captions[turn] || "";
    if (!path) return;
    let shown = start;
    for (let step = 1; step <= turn; step += 1) shown = Math.max(shown, ends[step] || 0);
    if (isWhole) path.removeAttribute("stroke-dasharray");
    else path.setAttribute("stroke-dasharray", shown + " " + (whole + 10));
  }

  window.debriefSlides.plot = { take, show };
})();
