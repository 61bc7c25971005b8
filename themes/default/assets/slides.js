// Meeting mode: the page one idea at a time, by keyboard, from any folder or server. Without it, the page is complete.
//
// Parts are `.digest-part[data-part][data-minutes]`. What is shown is a copy that is put on the page while it lasts; the
// page itself is never touched, and leaving brings it back as it was.
(() => {
  "use strict";

  const root = document.documentElement;
  const A_LIST = 6; // Items of a list on one slide.
  const SMALLEST = 6; // Steps by which type may shrink to fit.

  function make(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // Cutting the page into slides

  const AWAY = "aside.notes, details.facilitator, button, form, script, template, .anchor, .log, [data-slide='skip'], [hidden]";

  // A copy without what belongs to the page alone. Ids stay with the originals, which pictures go on to name.
  function copy(node) {
    const made = node.cloneNode(true);
    for (const away of made.querySelectorAll(AWAY)) away.remove();
    for (const known of made.querySelectorAll("[id]")) known.removeAttribute("id");
    for (const fold of made.querySelectorAll("details")) fold.open = true;
    made.removeAttribute("id");
    return made;
  }

  const words = (node) => copy(node).textContent.replace(/\s+/g, " ").trim();
  const isHeading = (node) => /^H[1-6]$/.test(node.tagName);
  const heading = (node) => node.querySelector("h1, h2, h3, h4");
  const isPicture = (node) => node.matches("figure, .plot, .tl-figure, svg.tl");

  function cutPart(part, number) {
    const slides = [];
    const own = heading(part);
    const minutes = Number(part.getAttribute("data-minutes")) || 0;
    const title = own ? words(own) : part.getAttribute("aria-label") || "";
    const notes = [...part.querySelectorAll("aside.notes")].filter((note) => !note.closest("article") || note.closest("article").contains(part));
    let pending = [];

    function add(nodes, settings) {
      const first = slides.length === 0;
      slides.push({ part: number, partTitle: title, first, minutes, nodes, notes, origin: part, title: "", ...settings });
    }
    function flush() {
      if (pending.length) add(pending);
      pending = [];
    }
    function onlyHeadings() { return pending.every(isHeading); }

    function list(node) {
      const items = [...node.children].filter((item) => !item.matches(AWAY));
      if (node.querySelector("article")) return items.forEach((item) => walk(item));
      if (part.getAttribute("data-part") === "questions") {
        flush();
        if (!slides.length) add([]);
        return items.forEach((item) => {
          const one = make("div", "deck-one");
          one.append(...copy(item).childNodes);
          add([one], { origin: item });
        });
      }
      if (!onlyHeadings()) flush();
      const lead = pending;
      pending = [];
      const start = node.tagName === "OL" ? node.start : 1;
      const each = items.length > A_LIST ? Math.ceil(items.length / Math.ceil(items.length / A_LIST)) : A_LIST;
      for (let at = 0; at < items.length; at += each) {
        const some = copy(node.cloneNode(false));
        some.append(...items.slice(at, at + each).map(copy));
        if (node.tagName === "OL") some.start = start + at;
        add([...lead.map((n) => n.cloneNode(true)), some], { origin: items[at], more: at > 0 });
      }
    }

    function walk(parent) {
      for (const node of parent.children) {
        if (node === own || node.matches(AWAY)) continue;
        if (node.tagName === "SUMMARY") {
          if (!node.contains(own)) { flush(); pending = [make("h3", "", words(node))]; }
        } else if (node.matches("article, [data-slide]")) {
          flush();
          if (!slides.length && own) add([]);
          const inner = [...node.querySelectorAll("aside.notes")];
          add([copy(node)], { origin: node, notes: inner.length ? inner : notes });
        } else if (isPicture(node)) {
          if (!onlyHeadings()) flush();
          pending.push(copy(node));
          flush();
        } else if (node.matches("ul, ol")) list(node);
        else if (isHeading(node)) {
          if (!onlyHeadings()) flush();
          pending.push(copy(node));
        } else if (node.querySelector("article, figure, .plot, li, h2, h3, h4, details, [data-slide]")) walk(node);
        else if (node.contains(own)) walk(node);
        else if (words(node) || node.querySelector("img, svg")) pending.push(copy(node));
      }
    }

    walk(part);
    flush();
    if (!slides.length && own) add([]);
    return slides;
  }

  function cover(opener) {
    const head = opener.closest("header") || opener.parentElement;
    const nodes = [...head.children].filter((node) => !node.matches(AWAY) && words(node)).map(copy);
    return { part: -1, partTitle: "", first: true, minutes: 0, nodes, notes: [], origin: head, title: "", cover: true };
  }

  // One slide as it stands on the screen: what it is about first, as its only heading of the first level.
  function build(slide, number, total) {
    const made = make("section", "deck-slide");
    const body = make("div", "deck-body");
    if (slide.cover) made.classList.add("deck-cover");
    let own = null;
    for (const node of slide.nodes) own = own || (isHeading(node) ? node : heading(node));
    const shift = (node) => {
      const level = node === own ? "h1" : "h2";
      const now = make(level, node === own ? "deck-title" : "");
      if (node.hasAttribute("dir")) now.dir = node.dir;
      now.append(...node.childNodes);
      node.replaceWith(now);
      return now;
    };
    body.append(...slide.nodes);
    for (const node of [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")]) {
      const was = node === own;
      const now = shift(node);
      if (was) own = now;
    }
    if (own) {
      slide.title = words(own);
      if (slide.partTitle) made.append(make("p", "deck-kicker", slide.partTitle));
    } else {
      slide.title = slide.partTitle;
      if (slide.first) body.prepend(make("h1", "deck-title", slide.partTitle));
      else made.append(make("h1", "deck-kicker", slide.partTitle));
    }
    if (slide.more) (own || made.querySelector("h1")).append(make("span", "deck-more", " (continued)"));
    if (!body.querySelector("p, ul, ol, dl, div, article, figure, svg, table")) made.classList.add("deck-divider");
    made.append(body);
    const notes = make("aside", "deck-notes");
    notes.setAttribute("aria-label", "Speaker notes");
    notes.tabIndex = 0;
    for (const note of slide.notes) notes.append(...copy(note).childNodes);
    if (!slide.notes.length) {
      notes.classList.add("deck-none");
      notes.append(make("p", "", "No notes for this slide."));
    }
    made.append(notes);
    made.tabIndex = -1;
    made.setAttribute("role", "group");
    made.setAttribute("aria-roledescription", "slide");
    made.setAttribute("aria-label", number + " of " + total + ": " + slide.title);
    slide.element = made;
    slide.body = body;
    slide.plot = plot(made);
    slide.turn = 0;
    slide.seen = false;
    return made;
  }

  // The plot of a timeline, one entry at a time

  // The corners of the path: it is written with M, H and V alone.
  function corners(path) {
    let x = 0;
    let y = 0;
    return [...path.getAttribute("d").matchAll(/([MHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)].map(([, way, a, b]) => {
      if (way === "M") { x = Number(a); y = Number(b); } else if (way === "H") x = Number(a); else y = Number(a);
      return [x, y];
    });
  }

  // How long the path is up to a place, with every upright that stands there.
  function lengthTo(points, x) {
    let length = 0;
    for (let i = 1; i < points.length; i += 1) {
      const [[ax, ay], [bx, by]] = [points[i - 1], points[i]];
      if (bx > x + 0.05) return length + Math.max(0, x - ax);
      length += Math.abs(bx - ax) + Math.abs(by - ay);
    }
    return length;
  }

  function place(mark) {
    if (mark.hasAttribute("cx")) return Number(mark.getAttribute("cx"));
    const found = /^M(-?[\d.]+) -?[\d.]+h([\d.]+)/.exec(mark.getAttribute("d") || "");
    return found ? Number(found[1]) + Number(found[2]) / 2 : 0;
  }

  function plot(slide) {
    const drawings = [...slide.querySelectorAll("svg.tl")].filter((svg) => svg.querySelector(".tl-mark[data-step]"));
    if (!drawings.length) return null;
    let turns = 0;
    const captions = [];
    const parts = drawings.map((svg) => {
      const path = svg.querySelector(".tl-path:not(.tl-open)");
      const points = path ? corners(path) : [];
      const ends = {};
      for (const mark of svg.querySelectorAll(".tl-mark[data-step]")) {
        const turn = Number(mark.getAttribute("data-step"));
        turns = Math.max(turns, turn);
        ends[turn] = lengthTo(points, place(mark));
        const title = mark.querySelector("title");
        if (title) captions[turn] = title.textContent;
      }
      const start = points.length > 1 ? lengthTo(points.slice(0, 2), Infinity) : 0;
      return { svg, path, ends, start, whole: lengthTo(points, Infinity) };
    });
    const caption = make("p", "deck-caption");
    caption.setAttribute("aria-live", "polite");
    (slide.querySelector(".plot, .tl-figure, figure") || drawings[0].parentElement).after(caption);
    return { turns, parts, captions, caption };
  }

  function reveal(slide) {
    if (!slide.plot) return;
    const { turns, parts, captions, caption } = slide.plot;
    const all = slide.turn >= turns;
    for (const { svg, path, ends, start, whole } of parts) {
      svg.classList.toggle("deck-unfinished", !all);
      for (const node of svg.querySelectorAll("[data-step]")) {
        node.classList.toggle("deck-later", Number(node.getAttribute("data-step")) > slide.turn);
        node.classList.toggle("deck-now", Number(node.getAttribute("data-step")) === slide.turn && !all);
      }
      if (!path) continue;
      let shown = start;
      for (let turn = 1; turn <= slide.turn; turn += 1) shown = Math.max(shown, ends[turn] || 0);
      if (all) path.removeAttribute("stroke-dasharray");
      else path.setAttribute("stroke-dasharray", shown + " " + (whole + 10));
    }
    caption.textContent = captions[slide.turn] || (slide.turn ? "" : turns + " entries: go on to see them one by one.");
  }

  // The clock of each part

  function said(milliseconds) {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }

  // The deck

  const KEYS = [
    ["→ Space PgDn", "Next; in a plot, the next entry"],
    ["← PgUp", "Back"],
    ["Shift →", "The next slide at once"],
    ["Home End", "First, last"],
    ["o", "All slides"],
    ["t", "Start the time box, hold it"],
    ["n", "Notes"],
    [". b", "Black screen"],
    ["f", "Full screen"],
    ["p", "Print the slides, one a page"],
    ["?", "This list"],
    ["Esc", "Back to the page"],
  ];

  function deck(opener, parts) {
    const slides = [cover(opener), ...parts.flatMap(cutPart)];
    const total = slides.length;
    const main = make("main", "deck");
    main.setAttribute("aria-label", "Slides");
    const stage = make("div", "deck-stage");
    stage.append(...slides.map((slide, i) => build(slide, i + 1, total)));
    const status = make("p", "visually-hidden");
    status.setAttribute("role", "status");

    const bar = make("div", "deck-bar");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "About the slides");
    const button = (text, name, act) => {
      const made = make("button", "deck-" + name, text);
      made.type = "button";
      made.addEventListener("click", (event) => {
        act();
        // A pointer leaves the keys to the slide; a keyboard keeps its button.
        if (event.detail > 0 && shown && !made.closest(".deck-all") && !help.open) focus();
      });
      return made;
    };
    const count = make("span", "deck-count");
    const part = make("span", "deck-part");
    const clock = button("", "clock", toggleClock);
    const notesButton = button("Notes", "with-notes", toggleNotes);
    if (!opener.hasAttribute("data-notes")) notesButton.setAttribute("aria-pressed", "false");
    const back = button("Back", "back", () => go(-1));
    const next = button("Next", "next", () => go(1));
    bar.append(back, count, next, part, clock, notesButton, button("All slides", "list", toggleAll),
      button("Keys", "keys", () => showHelp()), button("Leave", "leave", () => leave()));

    const all = make("nav", "deck-all");
    all.setAttribute("aria-label", "All slides");
    all.hidden = true;
    const entries = make("ol", "");
    slides.forEach((slide, i) => {
      const item = make("li", slide.first ? "deck-first" : "");
      item.append(button(slide.title || slide.partTitle, "entry", () => { toggleAll(); show(i); }));
      if (!slide.first && slide.title === slide.partTitle) {
        const said = slide.body.querySelector(".deck-one, li, p:not(.deck-caption)");
        if (slide.plot) item.firstChild.textContent += ": timeline";
        else if (said) item.firstChild.textContent = words(said).slice(0, 80);
      }
      entries.append(item);
    });
    all.append(entries);

    const black = button("", "black", () => blacken(false));
    black.setAttribute("aria-label", "The screen is black. Show the slides again.");
    black.hidden = true;

    const help = make("dialog", "keys deck-help");
    help.setAttribute("aria-labelledby", "deck.keys");
    help.append(make("h2", "", "Keys"));
    help.firstChild.id = "deck.keys";
    const rows = make("dl", "");
    for (const [keys, does] of KEYS) {
      const row = make("div", "");
      const term = make("dt", "");
      for (const key of keys.split(" ")) term.append(make("kbd", "", key), " ");
      row.append(term, make("dd", "", does));
      rows.append(row);
    }
    help.append(rows, button("Close", "close", () => help.close()));
    help.addEventListener("close", () => { if (shown) focus(); });

    main.append(status, stage, all, bar, black, help);

    const notesHref = opener.getAttribute("data-notes");
    const channel = notesHref ? following() : null;
    let notesWindow = null;
    let shown = false;
    let at = 0;
    let running = false;
    let last = 0;
    let ticking = 0;
    let scroll = 0;
    const used = {};
    const told = {};

    function slide() { return slides[at]; }
    function focus() { slide().element.focus({ preventScroll: true }); }

    // Type shrinks step by step until the slide fits; what is too much even so scrolls.
    function fit(one) {
      const { element, body } = one;
      element.removeAttribute("data-fit");
      for (let size = 1; size <= SMALLEST && body.scrollHeight > body.clientHeight + 1; size += 1) {
        element.setAttribute("data-fit", size);
      }
      if (body.scrollHeight > body.clientHeight + 1) body.tabIndex = 0;
      else body.removeAttribute("tabindex");
    }

    function place() {
      try { history.replaceState(history.state, "", "#slide-" + (at + 1)); } catch (refused) { /* The place is then not kept. */ }
    }

    function show(number, turn) {
      slides[at].element.classList.remove("deck-current");
      tick();
      at = Math.max(0, Math.min(total - 1, number));
      const now = slide();
      now.element.classList.add("deck-current");
      if (now.plot) now.turn = turn === undefined ? (now.seen ? now.plot.turns : 0) : turn;
      now.seen = now.seen || !now.plot || now.turn >= now.plot.turns;
      reveal(now);
      fit(now);
      now.body.scrollTop = 0;
      count.textContent = (at + 1) + " / " + total;
      part.textContent = now.partTitle;
      status.textContent = "Slide " + (at + 1) + " of " + total;
      back.disabled = at === 0;
      next.disabled = at === total - 1 && !(now.plot && now.turn < now.plot.turns);
      main.setAttribute("data-at", at + 1);
      drawClock();
      place();
      tellNotes();
      focus();
    }

    function go(way, whole) {
      const now = slide();
      if (now.plot && !whole) {
        const turn = now.turn + way;
        if (turn >= 0 && turn <= now.plot.turns) {
          now.turn = turn;
          now.seen = now.seen || turn === now.plot.turns;
          next.disabled = at === total - 1 && turn === now.plot.turns;
          return reveal(now);
        }
      }
      if (at + way >= 0 && at + way < total) show(at + way, way > 0 && !whole ? 0 : undefined);
    }

    // Down and up read on in a slide that is longer than the screen, and then turn it.
    function read(way) {
      const { body } = slide();
      const room = way > 0 ? body.scrollHeight - body.clientHeight - body.scrollTop : body.scrollTop;
      if (room > 2) body.scrollBy({ top: way * body.clientHeight * 0.8 });
      else go(way);
    }

    function tick() {
      if (!running) return;
      const now = performance.now();
      used[slide().part] = (used[slide().part] || 0) + now - last;
      last = now;
    }

    function drawClock() {
      const { part: number, minutes } = slide();
      const left = minutes * 60000 - (used[number] || 0);
      const over = minutes > 0 && left < 0;
      // While it counts down, a second that has begun is still there.
      const shownTime = minutes === 0 ? said(used[number] || 0) : over ? "+" + said(left) + " over" : said(Math.ceil(left / 1000) * 1000);
      clock.textContent = shownTime + (minutes && !over ? " of " + minutes + " min" : "");
      clock.hidden = number < 0;
      clock.classList.toggle("deck-over", over);
      clock.classList.toggle("deck-held", !running);
      clock.setAttribute("aria-label", "Time box: " + clock.textContent + (running ? ". Hold it." : ". Start it."));
      if (over && running && !told[number]) {
        told[number] = true;
        status.textContent = "The time box of this part is used up.";
      }
    }

    function toggleClock() {
      tick();
      running = !running;
      last = performance.now();
      clearInterval(ticking);
      if (running) ticking = setInterval(() => { tick(); drawClock(); }, 250);
      drawClock();
    }

    // A page whose notes are a page of their own shows them in a window of its own, which follows the slides.
    function tellNotes() {
      const marked = slide().origin.closest("[data-notes-at]");
      if (!marked) return;
      const place = { "debrief.notes": marked.getAttribute("data-notes-at") };
      if (notesWindow && !notesWindow.closed) notesWindow.postMessage(place, "*");
      if (channel) channel.postMessage(place);
    }

    function openNotes() {
      const marked = slide().origin.closest("[data-notes-at]");
      const place = marked ? "#" + marked.getAttribute("data-notes-at") : "";
      notesWindow = window.open(notesHref + place, "debrief-notes", "popup,width=900,height=900");
      if (!notesWindow) status.textContent = "The browser kept the window of the notes shut.";
    }

    function toggleNotes() {
      if (notesHref) return openNotes();
      const on = main.classList.toggle("deck-noted");
      notesButton.setAttribute("aria-pressed", String(on));
      fit(slide());
    }

    function toggleAll() {
      all.hidden = !all.hidden;
      main.classList.toggle("deck-overview", !all.hidden);
      if (all.hidden) return focus();
      const buttons = all.querySelectorAll("button");
      buttons.forEach((one, i) => (i === at ? one.setAttribute("aria-current", "true") : one.removeAttribute("aria-current")));
      buttons[at].focus();
    }

    function moveInAll(key) {
      const buttons = [...all.querySelectorAll("button")];
      const here = buttons.indexOf(document.activeElement);
      const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: total - 1 }[key];
      if (to === undefined) return false;
      buttons[Math.max(0, Math.min(total - 1, to))].focus();
      return true;
    }

    function blacken(on) {
      black.hidden = !on;
      if (on) black.focus();
      else focus();
    }

    function showHelp() { if (!help.open) help.showModal(); }

    function full() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
    }

    const ACTS = {
      ArrowRight: (event) => go(1, event.shiftKey),
      ArrowLeft: (event) => go(-1, event.shiftKey),
      ArrowDown: () => read(1),
      ArrowUp: () => read(-1),
      PageDown: () => go(1),
      PageUp: () => go(-1),
      Home: () => show(0),
      End: () => show(total - 1),
      Escape: () => leave(),
    };
    const LETTERS = {
      " ": (event) => go(event.shiftKey ? -1 : 1),
      ".": () => blacken(true),
      b: () => blacken(true),
      n: toggleNotes,
      o: toggleAll,
      t: toggleClock,
      f: full,
      p: () => window.print(),
      "?": showHelp,
    };

    function onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
      const { key, target } = event;
      let act = ACTS[key];
      const letters = document.body.getAttribute("data-shortcuts") !== "off" || key === " ";
      if (!act && letters) act = LETTERS[key.length === 1 ? key.toLowerCase() : key];
      if (!black.hidden) {
        if (key === "Tab" || key === "Shift") return;
        act = () => blacken(false);
      } else if (!all.hidden) {
        if (key === "Enter" || key === "Tab" || key === " ") return;
        act = key === "Escape" || key === "o" ? toggleAll : () => moveInAll(key);
      } else if ((key === " " || key === "Enter") && target.closest && target.closest("button, summary, a")) return;
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act(event);
    }

    // A finger across the slide turns it.
    let from = null;
    stage.addEventListener("touchstart", (event) => {
      from = event.touches.length === 1 ? event.touches[0] : null;
    }, { passive: true });
    stage.addEventListener("touchend", (event) => {
      if (!from) return;
      const to = event.changedTouches[0];
      const [dx, dy] = [to.clientX - from.clientX, to.clientY - from.clientY];
      if (Math.abs(dx) > 50 && Math.abs(dx) > 1.5 * Math.abs(dy)) go(dx < 0 ? 1 : -1);
      from = null;
    }, { passive: true });

    function onHash() {
      const number = asked();
      if (number && number - 1 !== at) show(number - 1);
    }
    function onResize() { fit(slide()); }
    // On paper every slide is whole; what is not on the screen was never measured.
    function beforePrint() {
      for (const one of slides) {
        one.element.classList.add("deck-current");
        fit(one);
        one.element.classList.toggle("deck-current", one === slide());
      }
    }

    const listened = [[document, "keydown", onKey, true], [window, "hashchange", onHash], [window, "resize", onResize], [window, "beforeprint", beforePrint]];

    function enter(number) {
      if (shown) return show(number);
      shown = true;
      scroll = window.scrollY;
      document.body.append(main);
      root.classList.add("presenting");
      for (const [where, what, act, capture] of listened) where.addEventListener(what, act, Boolean(capture));
      show(number);
    }

    function leave() {
      shown = false;
      if (running) toggleClock();
      if (document.fullscreenElement) document.exitFullscreen();
      for (const [where, what, act, capture] of listened) where.removeEventListener(what, act, Boolean(capture));
      main.remove();
      root.classList.remove("presenting");
      try { history.replaceState(history.state, "", location.pathname + location.search); } catch (refused) { /* See above. */ }
      const { origin } = slide();
      window.scrollTo(0, scroll);
      if (!origin.closest("details:not([open])")) origin.scrollIntoView({ block: "nearest" });
      opener.focus({ preventScroll: true });
    }

    return { enter };
  }

  // Pages of one site hear each other by this, where they may: files on a disk may not.
  function following() {
    try { return new BroadcastChannel("debrief.notes"); } catch (refused) { return null; }
  }

  // The facilitator's notes of a drill follow the slides, whether these opened them or stand in another window.
  function followSlides() {
    if (!document.querySelector("[data-step-notes]")) return;
    const follow = (event) => {
      const place = event.data && event.data["debrief.notes"];
      if (typeof place !== "string" || !document.getElementById(place)) return;
      location.hash = place;
    };
    window.addEventListener("message", (event) => { if (event.source === window.opener) follow(event); });
    const channel = following();
    if (channel) channel.addEventListener("message", follow);
  }

  // The slide that the address names, from 1; 0 for none.
  function asked() {
    const found = /^#slide-(\d+)$/.exec(location.hash);
    return found ? Number(found[1]) : 0;
  }

  function offerSlides() {
    const opener = document.querySelector("[data-present]");
    const parts = [...document.querySelectorAll(".digest-part")];
    if (!opener || !parts.length) return;
    let made = null;
    const enter = (number) => {
      made = made || deck(opener, parts);
      made.enter(number);
    };
    opener.hidden = false;
    opener.addEventListener("click", () => enter(0));
    window.addEventListener("hashchange", () => { if (asked() && !root.classList.contains("presenting")) enter(asked() - 1); });
    if (asked()) enter(asked() - 1);
  }

  // Sheets of the page that are printed alone
  function offerSheets() {
    for (const button of document.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        root.setAttribute("data-printing", button.getAttribute("data-print"));
        window.print();
      });
    }
    window.addEventListener("afterprint", () => root.removeAttribute("data-printing"));
  }

  offerSlides();
  offerSheets();
  followSlides();
})();
