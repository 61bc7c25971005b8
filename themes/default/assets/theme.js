// The colour scheme: light, dark or that of the system. Set before the first paint, changed by the button in the page's
// head.
(function () {
  "use strict";
  const KEY = "debrief-theme";
  const ORDER = ["auto", "light", "dark"];
  const LABELS = { auto: "Auto", light: "Light", dark: "Dark" };
  const root = document.documentElement;

  // Storage is not available in private windows and on some file:// pages; the choice is then not kept.
  function stored() {
    try { return window.localStorage.getItem(KEY); } catch { return null; }
  }
  function store(choice) {
    try { window.localStorage.setItem(KEY, choice); } catch { /* see above */ }
  }
  function apply(choice) {
    if (choice === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", choice);
  }

  let choice = stored();
  if (ORDER.indexOf(choice) < 0) choice = "auto";
  apply(choice);

  document.addEventListener("DOMContentLoaded", function () {
    const button = document.querySelector(".theme-switch");
    if (!button) return;
    const now = button.querySelector(".theme-now");
    now.textContent = LABELS[choice];
    button.hidden = false;
    button.addEventListener("click", function () {
      choice = ORDER[(ORDER.indexOf(choice) + 1) % ORDER.length];
      apply(choice);
      store(choice);
      now.textContent = LABELS[choice];
    });
  });

  window.addEventListener("storage", function (event) {
    if (event.key !== KEY) return;
    choice = ORDER.indexOf(event.newValue) < 0 ? "auto" : event.newValue;
    apply(choice);
  });
})();
