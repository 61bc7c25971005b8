// Enhancements of a page: folding, a contents list that follows, shortcuts. Every page is complete without this script.
(() => {
  "use strict";

  const { make, all, button, isTaken } = window.debriefDom;

  // Links name `index.html` so that they work from a disk; on a server it is removed from the address.
  function cleanAddress() {
    if (!/^https?:$/.test(location.protocol) || !/\/index\.html$/.test(location.pathname)) return;
    history.replaceState(history.state, "", location.pathname.replace(/index\.html$/, "") + location.search + location.hash);
  }

  // Folds are open without scripts; on a narrow screen they start closed, but not in print.
  function foldForWidth() {
    const narrow = window.matchMedia("screen and (max-width: 61.99rem)");
    const set = () => all("details.fold").forEach((fold) => {
      fold.open = !narrow.matches;
      fold.classList.add("fold-set");
    });
    set();
    if (narrow.addEventListener) narrow.addEventListener("change", set);
    const closed = [];
    window.addEventListener("beforeprint", () => {
      for (const fold of all("details:not([open])")) {
        closed.push(fold);
        fold.open = true;
      }
    });
    window.addEventListener("afterprint", () => closed.splice(0).forEach((fold) => { fold.open = false; }));
  }

  // Only elements that scroll sideways can be focused by keyboard.
  function reachScrolled() {
    function set() {
      for (const region of all(".prose pre, .prose .table-wrap, .plot")) {
        if (region.scrollWidth > region.clientWidth + 1) region.tabIndex = 0;
        else region.removeAttribute("tabindex");
      }
    }
    set();
    window.addEventListener("resize", set);
  }

  // Marks the current section in the contents list.
  function followContents() {
    const links = new Map();
    for (const link of all(".contents a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    if (!links.size || !("IntersectionObserver" in window)) return;
    let current = null;
    function mark() {
      const passed = [...links.keys()].filter((heading) => heading.getBoundingClientRect().top < window.innerHeight * 0.3);
      const here = passed.length ? passed[passed.length - 1] : null;
      if (here === current) return;
      if (current) links.get(current).removeAttribute("aria-current");
      if (here) links.get(here).setAttribute("aria-current", "location");
      current = here;
    }
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
    for (const heading of links.keys()) observer.observe(heading);
    mark();
  }

  // The keys

  const KEYS = [["/", "Search"], ["Esc", "Leave the search, close this"], ["?", "This list"]];

  /* Speech input and held keys can trigger them by accident, so they can be turned off; the choice is stored in the browser. */
  const CHOICE = "debrief-shortcuts";

  function isOff() {
    return document.body.getAttribute("data-shortcuts") === "off";
  }

  function recallKeys() {
    try { if (localStorage.getItem(CHOICE) === "off") document.body.setAttribute("data-shortcuts", "off"); } catch { /* Storage is refused: they are on. */ }
  }

  function keysSwitch() {
    const box = make("input", { type: "checkbox" });
    box.checked = !isOff();
    box.addEventListener("change", () => {
      document.body.setAttribute("data-shortcuts", box.checked ? "on" : "off");
      try { localStorage.setItem(CHOICE, box.checked ? "on" : "off"); } catch { /* It lasts as long as the page. */ }
    });
    return make("label", { class: "keys-switch" }, box, " Single keys do this");
  }

  function buildKeys() {
    const list = make("dl", {}, ...KEYS.map(([key, does]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, does))));
    const extra = document.getElementById("page.keys");
    for (const row of extra ? all("dl > div", extra.content) : []) {
      const isKnown = KEYS.some(([key]) => key === row.querySelector("kbd").textContent);
      if (!isKnown) list.insertBefore(document.importNode(row, true), list.lastChild);
    }
    const dialog = make("dialog", { class: "keys", "aria-labelledby": "keys.heading" },
      make("h2", { id: "keys.heading" }, "Keyboard shortcuts"), list, keysSwitch(), button("Close", () => dialog.close()));
    document.body.append(dialog);
    return dialog;
  }

  function offerKeys() {
    if (typeof HTMLDialogElement !== "function") return;
    let dialog = null;
    function show() {
      dialog = dialog || buildKeys();
      if (!dialog.open) dialog.showModal();
    }
    document.addEventListener("keydown", (event) => {
      if (event.key !== "?" || isTaken(event) || isOff()) return;
      event.preventDefault();
      show();
    });
    for (const hint of all(".keys-hint")) {
      hint.hidden = false;
      hint.querySelector("button").addEventListener("click", show);
    }
  }

  // Copying code

  function copyText(text, done) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, () => {});
      return;
    }
    // Pages opened from a disk have no other access to the clipboard.
    const box = make("textarea", { class: "visually-hidden" });
    box.value = text;
    document.body.append(box);
    box.select();
    if (document.execCommand("copy")) done();
    box.remove();
  }

  function offerCopy(pre) {
    const frame = make("div", { class: "code-frame" });
    pre.before(frame);
    const copy = button("Copy", () => {
      copyText(pre.textContent.replace(/\n$/, ""), () => {
        copy.textContent = "Copied";
        setTimeout(() => { copy.textContent = "Copy"; }, 2000);
        copy.focus();
      });
    }, { class: "copy" });
    frame.append(pre, copy);
  }

  recallKeys();
  cleanAddress();
  all(".review .prose pre").forEach(offerCopy);
  foldForWidth();
  reachScrolled();
  followContents();
  offerKeys();
})();
