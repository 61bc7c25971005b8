// What a page can do beyond being read: sort, filter, fold, show the keys. Without it, every page is complete.
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

  // Sorting

  function valueOf(row, column, numeric) {
    var cell = row.cells[column];
    var value = cell.getAttribute("data-value");
    if (value === null) value = cell.textContent.trim();
    if (value === "") return null;
    return numeric ? Number(value) : value.toLowerCase();
  }

  function compare(a, b) {
    return typeof a === "number" ? a - b : a.localeCompare(b);
  }

  function sortBy(table, column, header, direction) {
    var body = table.tBodies[0];
    var numeric = header.getAttribute("data-sort") === "number";
    var sign = direction === "ascending" ? 1 : -1;
    var rows = Array.prototype.map.call(body.rows, function (row, place) {
      return { row: row, place: place, value: valueOf(row, column, numeric) };
    });
    // What is unknown stays at the end whichever way the rest runs.
    rows.sort(function (a, b) {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.place - b.place;
      return sign * compare(a.value, b.value) || a.place - b.place;
    });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
    each("th[aria-sort]", table.tHead, function (other) { other.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", direction);
  }

  function makeSortable(table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header, column) {
      if (!header.hasAttribute("data-sort")) return;
      var button = document.createElement("button");
      button.type = "button";
      while (header.firstChild) button.appendChild(header.firstChild);
      header.appendChild(button);
      button.addEventListener("click", function () {
        var now = header.getAttribute("aria-sort");
        sortBy(table, column, header, now === "ascending" ? "descending" : "ascending");
      });
    });
  }

  // Filtering: a row stays when it has every chosen word among its facets.

  function makeFilter(form) {
    var table = document.getElementById(form.getAttribute("data-filters"));
    var count = form.querySelector(".filter-count");
    if (!table) return;
    var rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
      return { row: row, facets: " " + row.getAttribute("data-facets") + " " };
    });
    function apply() {
      var chosen = [];
      each("select", form, function (select) { if (select.value) chosen.push(" " + select.value + " "); });
      var shown = 0;
      rows.forEach(function (entry) {
        var stays = chosen.every(function (word) { return entry.facets.indexOf(word) >= 0; });
        entry.row.hidden = !stays;
        if (stays) shown += 1;
      });
      if (!chosen.length) count.textContent = "";
      else if (!shown) count.textContent = "Nothing here has all of these. Take one away.";
      else count.textContent = shown + " of " + rows.length;
    }
    form.addEventListener("change", apply);
    form.addEventListener("reset", function () { setTimeout(apply, 0); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.hidden = false;
    apply();
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
    var extra = document.getElementById("page-keys");
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
  each("table.sortable", document, makeSortable);
  each("form.filters", document, makeFilter);
  foldForWidth();
  reachScrolled();
  followContents();
  offerKeys();
})();
