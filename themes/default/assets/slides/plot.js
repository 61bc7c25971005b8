// Shows the plot of a timeline one entry at a time: `take(slide)` finds it, `show(plot, turn)` shows it up to a turn,
// where 0 is before the first entry. The text of an entry that is longer than its place goes on in the next turn.
(() => {
  "use strict";

  const { make, all } = window.debriefDom;
  const { breakBefore } = window.debriefSlides;

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

  // A text in the parts that fit into the element, each of which goes on in the next.
  function partsOf(words, element) {
    const parts = [];
    for (let rest = words; rest;) {
      const put = (length) => {
        element.textContent = (parts.length ? "… " : "") + rest.slice(0, length) + (length < rest.length ? " …" : "");
        return element.scrollHeight <= element.clientHeight + 1;
      };
      let [low, high] = [0, rest.length];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (put(middle)) low = middle;
        else high = middle - 1;
      }
      const length = low < rest.length ? Math.max(breakBefore(rest, low), 1) : low;
      put(length);
      parts.push(element.textContent);
      rest = rest.slice(length).trim();
    }
    return parts;
  }

  function take(slide) {
    const svg = slide.querySelector("svg.tl");
    const marks = svg ? all(".tl-mark[data-step]", svg) : [];
    if (!marks.length) return null;
    const path = svg.querySelector(".tl-path:not(.tl-open)");
    const points = path ? corners(path) : [];
    const [ends, titles] = [{}, []];
    for (const mark of marks) {
      const step = Number(mark.getAttribute("data-step"));
      ends[step] = lengthTo(points, place(mark));
      const title = mark.querySelector("title");
      titles[step] = title ? title.textContent : "";
    }
    const count = titles.length - 1;
    titles[0] = count + " entries: go on to see them one by one.";
    const start = points.length > 1 ? lengthTo(points.slice(0, 2), Infinity) : 0;
    const caption = make("p", { class: "deck-caption", "aria-live": "polite" });
    (svg.closest(".deck-plot") || svg).after(caption);
    // A slide that is not shown has no sizes.
    slide.classList.add("deck-measured");
    svg.classList.toggle("deck-bare", svg.getScreenCTM().a * svg.viewBox.baseVal.width < svg.getBoundingClientRect().width - 1);
    const parts = titles.flatMap((words, step) => partsOf(words || " ", caption).map((part) => ({ step, words: part })));
    slide.classList.remove("deck-measured");
    return { svg, path, ends, start, whole: lengthTo(points, Infinity), count, turns: parts.length - 1, parts, caption };
  }

  function show({ svg, path, ends, start, whole, count, turns, parts, caption }, turn) {
    const { step: now, words } = parts[Math.min(turn, turns)];
    const isWhole = now >= count;
    svg.classList.toggle("deck-unfinished", !isWhole);
    for (const node of all("[data-step]", svg)) {
      const step = Number(node.getAttribute("data-step"));
      node.classList.toggle("deck-later", step > now);
      node.classList.toggle("deck-now", step === now);
    }
    caption.textContent = words;
    if (!path) return;
    let shown = start;
    for (let step = 1; step <= now; step += 1) shown = Math.max(shown, ends[step] || 0);
    if (isWhole) path.removeAttribute("stroke-dasharray");
    else path.setAttribute("stroke-dasharray", shown + " " + (whole + 10));
  }

  window.debriefSlides.plot = { take, show };
})();
