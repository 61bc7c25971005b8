// The list of all slides, in which one is chosen by keyboard or pointer.
(() => {
  "use strict";

  const { make, all, button } = window.debriefDom;

  // `choose(number)` is called with the number of a slide, from 0.
  function overview(choose) {
    const element = make("nav", { class: "deck-all", "aria-label": "All slides", hidden: true });
    const buttons = () => all("button", element);

    // One row a slide: its words, and whether it is the first of its item.
    function fill(rows) {
      const row = ({ words, isFirst }, number) => make("li", { class: isFirst ? "deck-first" : null }, button(words, () => choose(number)));
      element.replaceChildren(make("ol", {}, ...rows.map(row)));
    }

    // Opens or closes it; `at` is the slide that is shown. Returns whether it is open now.
    function toggle(at) {
      element.hidden = !element.hidden;
      if (element.hidden) return false;
      buttons().forEach((one, number) => (number === at ? one.setAttribute("aria-current", "true") : one.removeAttribute("aria-current")));
      buttons()[at].focus();
      return true;
    }

    // Moves the focus to another row.
    function move(key) {
      const rows = buttons();
      const here = rows.indexOf(document.activeElement);
      const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: rows.length - 1 }[key];
      if (to !== undefined) rows[Math.max(0, Math.min(rows.length - 1, to))].focus();
    }

    return { element, fill, toggle, move, isOpen: () => !element.hidden };
  }

  window.debriefSlides.overview = overview;
})();
