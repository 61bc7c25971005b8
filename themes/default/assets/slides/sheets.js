// Sheets of a page that are printed alone: a button with `data-print="players"` prints what the style sheet leaves of the page
// while `data-printing="players"` stands at its root.
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
