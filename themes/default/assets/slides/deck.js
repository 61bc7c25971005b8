// Shows the slides of a page, controlled by keyboard, touch or buttons. A page with a button for them is not changed and is
// shown again when the slides are closed. A page of slides alone shows them at once, and leads back to the page of their week.
(() => {
  "use strict";

  const { make, button } = window.debriefDom;
  const { items, lay, plot, clock, notes, keys, overview } = window.debriefSlides;
  const root = document.documentElement;

  // The slide that the address names, from 1; 0 for none.
  function asked() {
    const found = /^#slide-(\d+)$/.exec(location.hash);
    return found ? Number(found[1]) : 0;
  }

  // Stores the place in the address, if the browser allows it.
  function keep(place) {
    try { history.replaceState(history.state, "", place || location.pathname + location.search); } catch { /* The place is then not kept. */ }
  }

  function deck(opener, template) {
    const hour = items(template);
    let slides = [];
    let at = 0;
    let isShown = false;
    let scroll = 0;
    let ticking = 0;
    let time = null;
    let told = -1;

    const status = make("p", { class: "visually-hidden", role: "status" });
    const stage = make("div", { class: "deck-stage" });
    const list = overview((number) => { toggleList(); show(number); });
    const said = make("p", { class: "deck-said", role: "alert", hidden: true });
    const count = make("span", { class: "deck-count" });
    const name = make("span", { class: "deck-part" });
    // After a click the focus returns to the slide; after a key press it stays on the button.
    const tool = (text, act, kind) => button(text, (event) => {
      act();
      if (event.detail > 0 && isShown && !list.isOpen() && !help.open) focus();
    }, { class: "deck-" + kind });
    const back = tool("Back", () => go(-1), "back");
    const next = tool("Next", () => go(1), "next");
    const clockButton = tool("", holdClock, "clock");
    const black = make("button", { type: "button", class: "deck-black", "aria-label": "The screen is black. Show the slides again.", hidden: true });
    black.addEventListener("click", () => blacken(false));
    const link = notes.sender(template.getAttribute("data-notes") || location.href.replace(/#.*/, "") + "#notes", heard);

    const { help, actOf, showHelp } = keys([
      [["ArrowRight", "ArrowDown", "PageDown", " "], "Next; in a plot, the next entry", () => go(1)],
      [["ArrowLeft", "ArrowUp", "PageUp", "Shift+ "], "Back", () => go(-1)],
      [["Shift+ArrowRight"], "The next slide at once", () => go(1, true)],
      [["Shift+ArrowLeft"], "The slide before at once", () => go(-1, true)],
      [["Home"], "The first slide", () => show(0)],
      [["End"], "The last slide", () => show(slides.length - 1)],
      [["o"], "All slides", toggleList],
      [["n"], "Notes, in a window of their own", openNotes],
      [["t"], "Hold the clock, let it go on", holdClock],
      [["Shift+t"], "What is shown begins now: move the clock", beginNow],
      [["b", "."], "Black screen", () => blacken(true)],
      [["f"], "Full screen", full],
      [["p"], "Print the slides, one a page", () => window.print()],
      [["?"], "This list", () => showHelp()],
      [["Escape"], "Close the notes, then the slides", onEscape],
    ], () => { if (isShown) focus(); });
    const bar = make("div", { class: "deck-bar", role: "group", "aria-label": "About the slides" }, back, count, next, name, clockButton,
      tool("Notes", openNotes, "notes"), tool("All slides", toggleList, "list"), tool("Keys", showHelp, "keys"), tool("Leave", leave, "leave"));
    const main = make("main", { class: "deck", "aria-label": "Slides" }, status, stage, list.element, said, bar, black, help);

    const slide = () => slides[at];
    function focus() { slide().element.focus({ preventScroll: true }); }

    function layOut() {
      slides = lay(hour, stage);
      main.setAttribute("data-size", stage.clientWidth + " " + stage.clientHeight);
      for (const one of slides) {
        one.plot = plot.take(one.element);
        Object.assign(one, { turn: 0, isSeen: !one.plot });
      }
      list.fill(slides.map((one, number) => {
        const { name: item } = hour[one.item];
        const isFirst = number === 0 || slides[number - 1].item !== one.item;
        return { words: isFirst || one.title === item ? one.title : item + ": " + one.title, isFirst };
      }));
    }

    function show(number, turn) {
      if (slide()) slide().element.classList.remove("deck-current");
      at = Math.max(0, Math.min(slides.length - 1, number));
      const now = slide();
      now.element.classList.add("deck-current");
      if (now.plot) turnTo(now, turn === undefined ? (now.isSeen ? now.plot.turns : 0) : turn);
      now.body.scrollTop = 0;
      count.textContent = (at + 1) + " / " + slides.length;
      name.textContent = hour[now.item].name;
      status.textContent = "Slide " + (at + 1) + " of " + slides.length;
      main.setAttribute("data-at", at + 1);
      keep("#slide-" + (at + 1));
      update();
      focus();
    }

    function turnTo(one, turn) {
      one.turn = turn;
      one.isSeen = one.isSeen || turn === one.plot.turns;
      plot.show(one.plot, turn);
    }

    function go(way, isWhole) {
      const now = slide();
      const turn = now.turn + way;
      if (now.plot && !isWhole && turn >= 0 && turn <= now.plot.turns) {
        turnTo(now, turn);
        update();
      } else if (slides[at + way]) show(at + way, way > 0 && !isWhole ? 0 : undefined);
    }

    // Updates everything that depends on the place and on the time.
    function update() {
      const now = slide();
      const { words, state } = time.say(now.item);
      back.disabled = at === 0 && !now.turn;
      next.disabled = at === slides.length - 1 && !(now.plot && now.turn < now.plot.turns);
      clockButton.textContent = words;
      clockButton.setAttribute("data-state", state);
      clockButton.setAttribute("aria-pressed", String(time.isHeld()));
      const due = time.due();
      if (due >= 0 && due !== told && due > now.item) status.textContent = "It is time for: " + time.nameOf(due);
      told = due;
      const { clientWidth: width, clientHeight: height } = stage;
      link.tell({ at, total: slides.length, item: now.item, turn: now.turn, place: hour[now.item].place, width, height, clock: { words, state } });
    }

    function holdClock() { time.hold(); update(); }
    function beginNow() { time.begin(slide().item); update(); }

    function openNotes() {
      const isOpen = link.open();
      said.hidden = isOpen;
      if (isOpen) return update();
      said.replaceChildren("The browser did not let the window of the notes open. Allow this page to open windows, or ",
        make("a", { href: link.href, target: "_blank", rel: "opener" }, "open the notes in a tab"), ".");
    }

    function heard(wish) {
      if (!isShown) return;
      said.hidden = true;
      if (wish === "next") go(1);
      else if (wish === "back") go(-1);
      else update();
    }

    function toggleList() {
      main.classList.toggle("deck-overview", list.toggle(at));
      if (!list.isOpen()) focus();
    }

    function blacken(isBlack) {
      black.hidden = !isBlack;
      if (isBlack) black.focus();
      else focus();
    }

    function full() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
    }

    function onEscape() {
      if (!said.hidden) said.hidden = true;
      else if (link.isOpen()) link.close();
      else leave();
    }

    function onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
      const { key, target } = event;
      let act = actOf(event);
      if (!black.hidden) {
        if (key === "Tab" || key === "Shift") return;
        act = () => blacken(false);
      } else if (list.isOpen()) {
        if (key === "Enter" || key === "Tab" || key === " ") return;
        act = key === "Escape" || key.toLowerCase() === "o" ? toggleList : () => list.move(key);
      } else if (key === " " && target.closest && target.closest("button, a")) return;
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    }

    // Swiping changes the slide.
    let from = null;
    stage.addEventListener("touchstart", (event) => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
    stage.addEventListener("touchend", (event) => {
      if (!from) return;
      const [to] = event.changedTouches;
      const [dx, dy] = [to.clientX - from.clientX, to.clientY - from.clientY];
      if (Math.abs(dx) > 50 && Math.abs(dx) > 1.5 * Math.abs(dy)) go(dx < 0 ? 1 : -1);
      from = null;
    }, { passive: true });

    // After resizing there are different slides; the place within the item is kept.
    let size = "";
    function onResize() {
      const now = stage.clientWidth + " " + stage.clientHeight;
      if (now === size || list.isOpen()) return;
      size = now;
      const { item, turn } = slide();
      const before = slides.filter((one, number) => one.item === item && number < at).length;
      const title = slide().title;
      layOut();
      const own = slides.map((_, number) => number).filter((number) => slides[number].item === item);
      const alike = own.find((number) => slides[number].title === title);
      show(alike === undefined ? own[Math.min(before, own.length - 1)] : alike, turn);
    }
    function onHash() { if (asked() && asked() - 1 !== at) show(asked() - 1); }

    const listened = [[document, "keydown", onKey, true], [window, "hashchange", onHash, false], [window, "resize", onResize, false]];

    function enter(number) {
      if (isShown) return show(number);
      isShown = true;
      scroll = window.scrollY;
      document.body.append(main);
      root.classList.add("presenting");
      time = time || clock(hour, template.getAttribute("data-starts"));
      size = stage.clientWidth + " " + stage.clientHeight;
      layOut();
      for (const [where, what, act, capture] of listened) where.addEventListener(what, act, capture);
      ticking = setInterval(update, 1000);
      show(number);
    }

    function leave() {
      isShown = false;
      clearInterval(ticking);
      link.tell({ left: true });
      link.close();
      if (document.fullscreenElement) document.exitFullscreen();
      for (const [where, what, act, capture] of listened) where.removeEventListener(what, act, capture);
      main.remove();
      root.classList.remove("presenting");
      const page = template.getAttribute("data-page");
      if (page) {
        location.replace(page);
        return;
      }
      keep("");
      window.scrollTo(0, scroll);
      opener.focus({ preventScroll: true });
    }

    return { enter };
  }

  function offer() {
    const opener = document.querySelector("[data-present]");
    const template = document.querySelector("template.slides");
    if (!template || location.hash === "#notes") return;
    let made = null;
    const enter = (number) => {
      made = made || deck(opener, template);
      made.enter(number);
    };
    if (opener) {
      opener.hidden = false;
      opener.addEventListener("click", () => enter(0));
    }
    window.addEventListener("hashchange", () => { if (asked() && !root.classList.contains("presenting")) enter(asked() - 1); });
    if (asked() || !opener) enter(Math.max(0, asked() - 1));
  }

  offer();
})();
