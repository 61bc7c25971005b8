// What a page can do beyond being read: fold, follow, show the keys. Without it, every page is complete.
(function () {
  "use strict";

  function each(selector, from, act) {
    Array.prototype.forEach.call(from.querySelectorAll(selector), act);
  }

  // Links name `index.html` so that they work from a disk; on a server the address need not show it.
  function cleanAddress() {
    if (!/^https?:$/.test(location.protocol) || !/\/index\.html$/.test(location.pathname)) return;
    history.replaceState(history.state, "", location.pathname.replace(/index\.html$/, "") + location.search + location.hash);
  }

  // Folds stand open without a script; on a narrow screen they start closed, and on paper all are open.

  function foldForWidth() {
    var narrow = window.matchMedia("(max-width: 61.99rem)");
    function set() { each("details.fold", document, function (fold) { fold.open = !narrow.matches; }); }
    if (narrow.matches) set();
    if (narrow.addEventListener) narrow.addEventListener("change", set);
    var closed = [];
    window.addEventListener("beforeprint", function () {
      each("details:not([open])", document, function (fold) { closed.push(fold); fold.open = true; });
    });
    window.addEventListener("afterprint", function () {
      closed.splice(0).forEach(function (fold) { fold.open = false; });
    });
  }

  // What scrolls sideways can be reached by keyboard; what does not is no stop on the way.

  function reachScrolled() {
    function set() {
      each(".prose pre, .prose .table-wrap, .plot", document, function (region) {
        if (region.scrollWidth > region.clientWidth + 1) region.tabIndex = 0;
        else region.removeAttribute("tabindex");
      });
    }
    set();
    window.addEventListener("resize", set);
  }

  // The contents list follows the reader.

  function followContents() {
    var links = {};
    var headings = [];
    each(".contents a", document, function (link) {
      var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) { links[heading.id] = link; headings.push(heading); }
    });
    if (!headings.length || !("IntersectionObserver" in window)) return;
    var current = null;
    function mark() {
      var here = null;
      headings.forEach(function (heading) { if (heading.getBoundingClientRect().top < window.innerHeight * 0.3) here = heading; });
      if (here === current) return;
      if (current) links[current.id].removeAttribute("aria-current");
      if (here) links[here.id].setAttribute("aria-current", "location");
      current = here;
    }
    var observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
    headings.forEach(function (heading) { observer.observe(heading); });
    mark();
  }

  // The keys

  var KEYS = [["/", "Search"], ["Esc", "Leave the search, close this"], ["?", "This list"]];

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function buildKeys() {
    var dialog = element("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", "keys.heading");
    element("h2", "Keyboard shortcuts", dialog).id = "keys.heading";
    var list = element("dl", null, dialog);
    KEYS.forEach(function (key) {
      var row = element("div", null, list);
      element("kbd", key[0], element("dt", null, row));
      element("dd", key[1], row);
    });
    var extra = document.getElementById("page.keys");
    if (extra) each("dl > div", extra.content, function (row) {
      var known = KEYS.some(function (key) { return key[0] === row.querySelector("kbd").textContent; });
      if (!known) list.insertBefore(document.importNode(row, true), list.lastChild);
    });
    var close = element("button", "Close", dialog);
    close.type = "button";
    close.addEventListener("click", function () { dialog.close(); });
    document.body.appendChild(dialog);
    return dialog;
  }

  function offerKeys() {
    if (typeof HTMLDialogElement !== "function") return;
    var dialog = null;
    function show() {
      dialog = dialog || buildKeys();
      if (!dialog.open) dialog.showModal();
    }
    document.addEventListener("keydown", function (event) {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.body.getAttribute("data-shortcuts") === "off") return;
      var at = event.target;
      if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
      event.preventDefault();
      show();
    });
    each(".keys-hint", document, function (hint) {
      hint.hidden = false;
      hint.querySelector("button").addEventListener("click", show);
    });
  }

  // Copying code

  function copyText(text, done) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, function () {});
      return;
    }
    // From a disk there is no clipboard but this one.
    var box = document.createElement("textarea");
    box.value = text;
    box.className = "visually-hidden";
    document.body.appendChild(box);
    box.select();
    if (document.execCommand("copy")) done();
    box.remove();
  }

  function offerCopy(pre) {
    var frame = document.createElement("div");
    frame.className = "code-frame";
    pre.parentNode.insertBefore(frame, pre);
    frame.appendChild(pre);
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      copyText(pre.textContent.replace(/\n$/, ""), function () {
        button.textContent = "Copied";
        setTimeout(function () { button.textContent = "Copy"; }, 2000);
        button.focus();
      });
    });
    frame.appendChild(button);
  }

  cleanAddress();
  each(".review .prose pre", document, offerCopy);
  foldForWidth();
  reachScrolled();
  followContents();
  offerKeys();
})();
