// Prints single sheets of a page: a button with `data-print="players"` prints the page with `data-printing="players"`
// on its root element, for which the style sheet hides everything else.
(() => {
  "use strict";

  const root = document.documentElement;
  for (const button of window.debriefDom.all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      root.setAttribute("data-printing", button.getAttribute("data-print"));
      window.print();
    });
  }
  window.addEventListener("afterprint", () => root.removeAttribute("data-printing"));
})();
