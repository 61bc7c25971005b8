// The facilitator's notes, in a separate window on the second screen, synchronised with the slides without a server: by
// messages between the two windows, and by a broadcast channel if the pages come from a server and the window was
// opened by hand.
//
// The slides open the window and send their place (`sender`). The page of a week's slides, opened at `#notes`, shows the
// slide, the next one and their notes; the notes of a drill are a page of their own, which scrolls to the current step.
(() => {
  "use strict";

  const { make, button, isTaken } = window.debriefDom;
  const STATE = "debrief.slides";
  const WISH = "debrief.notes";

  // The channel for pages in one folder of a server; files on a disk cannot use one.
  function channelOf(url) {
    try {
      return new BroadcastChannel(STATE + " " + url.pathname.replace(/index\.html$/, ""));
    } catch {
      return null;
    }
  }

  // Files have no origin.
  const isFile = location.protocol === "file:";
  const target = isFile ? "*" : location.origin;
  const isOurs = (event) => isFile || event.origin === location.origin;

  // The side of the slides. `heard` is called with the requests of the notes: `hello`, `next`, `back`.
  function sender(href, heard) {
    const url = new URL(href, location.href);
    const channel = channelOf(url);
    let notes = null;

    const isOpen = () => Boolean(notes) && !notes.closed;

    function tell(state) {
      const message = { [STATE]: state };
      if (isOpen()) notes.postMessage(message, target);
      if (channel) channel.postMessage(message);
    }

    // Whether there is a window now; a browser may refuse it.
    function open() {
      if (isOpen()) notes.focus();
      else notes = window.open(url.href, "debrief-notes", "popup,width=1100,height=820");
      return isOpen();
    }

    function close() {
      if (isOpen()) notes.close();
      notes = null;
    }

    window.addEventListener("message", (event) => {
      const wish = event.data?.[WISH];
      if (typeof wish !== "string" || !isOurs(event)) return;
      // The window may have been opened by a link, or the slides may have been reloaded.
      if (wish === "hello") notes = event.source;
      if (event.source === notes) heard(wish);
    });
    if (channel) {
      channel.addEventListener("message", (event) => {
        const wish = event.data?.[WISH];
        if (typeof wish === "string") heard(wish);
      });
    }
    return { href: url.href, isOpen, open, close, tell };
  }

  // The side of the notes: calls `show` with each state, and returns a function that sends requests.
  function receiver(show) {
    const channel = channelOf(new URL(location.href));
    let last = 0;
    const hear = (event) => {
      const state = event.data?.[STATE];
      if (!state || typeof state !== "object") return;
      last = Date.now();
      show(state);
    };
    window.addEventListener("message", (event) => { if (event.source === window.opener && isOurs(event)) hear(event); });
    if (channel) channel.addEventListener("message", hear);
    const ask = (wish) => {
      const message = { [WISH]: wish };
      if (window.opener) window.opener.postMessage(message, target);
      else if (channel) channel.postMessage(message);
    };
    // The slides send a message every second. If there is none, they may have been reloaded and need a new greeting.
    const greet = () => { if (Date.now() - last > 2500) ask("hello"); };
    greet();
    setInterval(greet, 1000);
    return ask;
  }

  const two = (number) => String(number).padStart(2, "0");

  // The head of the notes: the place, the remaining time, and the time of day.
  function head() {
    const count = make("span", { class: "desk-count" }, "Waiting for the slides");
    const left = make("span", { class: "desk-left" });
    const time = make("time", { class: "desk-time" });
    const tick = () => {
      const now = new Date();
      time.textContent = two(now.getHours()) + ":" + two(now.getMinutes());
    };
    tick();
    setInterval(tick, 1000);
    const show = (state) => {
      count.textContent = state.left ? "The slides were left" : "Slide " + (state.at + 1) + " of " + state.total;
      left.textContent = state.left ? "" : state.clock.words;
      left.setAttribute("data-state", state.left ? "" : state.clock.state);
    };
    return { element: make("div", { class: "desk-head", role: "group", "aria-label": "The hour" }, count, left, time), show };
  }

  function onKeys(ask) {
    const wishes = { ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", ArrowLeft: "back", ArrowUp: "back", PageUp: "back" };
    document.addEventListener("keydown", (event) => {
      if (isTaken(event)) return;
      if (event.key === "Escape") window.close();
      else if (wishes[event.key] && !event.target.closest("button, a, summary")) {
        event.preventDefault();
        ask(wishes[event.key]);
      }
    });
  }

  // The page of a drill's notes goes to the step that is shown. Where nobody shows any, it is a page to read, without a clock.
  function followSteps() {
    const { element, show } = head();
    // Without slides the keys turn the page of the browser, as on any other.
    const ask = receiver((state) => {
      if (!element.isConnected) {
        document.body.append(element);
        document.body.classList.add("has-desk-head");
        onKeys(ask);
      }
      show(state);
      if (state.place && document.getElementById(state.place) && location.hash !== "#" + state.place) location.hash = state.place;
    });
  }

  // A small copy of a slide.
  function picture(label) {
    const stage = make("div", { class: "deck-stage" });
    const frame = make("div", { class: "desk-frame", inert: true }, stage);
    const caption = make("p", { class: "desk-caption" });
    let shown = null;
    function fit() {
      if (!shown) return;
      const scale = frame.clientWidth / shown.width;
      stage.style.width = shown.width + "px";
      stage.style.height = shown.height + "px";
      stage.style.transform = "scale(" + scale + ")";
      frame.style.height = shown.height * scale + "px";
    }
    // Returns the plot on it, if there is one.
    function show(slide, state, turn) {
      shown = state;
      stage.replaceChildren();
      caption.textContent = slide ? slide.title : "Nothing: this is the last.";
      frame.hidden = !slide;
      if (!slide) return null;
      const copy = slide.element.cloneNode(true);
      copy.classList.add("deck-current");
      stage.append(copy);
      fit();
      const plot = window.debriefSlides.plot.take(copy);
      if (plot) window.debriefSlides.plot.show(plot, turn);
      return plot;
    }
    window.addEventListener("resize", fit);
    return { element: make("section", { class: "desk-picture", "aria-label": label }, make("h2", {}, label), frame, caption), caption, show };
  }

  // The notes of a week.
  function followSlides(template) {
    const { items, lay } = window.debriefSlides;
    const hour = items(template);
    const { element, show: showHead } = head();
    const [now, next] = [picture("On the screen"), picture("Next")];
    const notes = make("section", { class: "desk-notes", "aria-label": "Notes" });
    const stage = make("div", { class: "deck-stage desk-measure", inert: true, "aria-hidden": "true" });
    let laid = { key: "", slides: [] };
    let shown = "";

    function show(state) {
      showHead(state);
      if (state.left) return;
      const size = state.width + " " + state.height;
      if (laid.key !== size) {
        stage.style.width = state.width + "px";
        stage.style.height = state.height + "px";
        laid = { key: size, slides: lay(hour, stage) };
      }
      const key = size + " " + state.at + " " + state.turn;
      if (key === shown) return;
      shown = key;
      const { slides } = laid;
      const plot = now.show(slides[state.at], state, state.turn);
      next.show(slides[state.at + 1], state, 0);
      if (plot && state.turn < plot.turns) next.caption.textContent = "First: " + plot.parts[state.turn + 1].words;
      const item = hour[state.item];
      notes.replaceChildren(make("h2", {}, item ? item.name : ""), item?.notes ? item.notes.cloneNode(true) : make("p", { class: "note" }, "No notes for this."));
    }

    const ask = receiver(show);
    const turns = make("p", { class: "desk-turns" }, button("Back", () => ask("back")), button("Next", () => ask("next")), button("Close the notes", () => window.close()));
    const desk = make("main", { class: "deck desk", "aria-label": "Speaker’s notes" }, element,
      make("div", { class: "desk-pictures" }, now.element, next.element), notes, turns, stage);
    document.body.append(desk);
    document.documentElement.classList.add("presenting");
    document.title = "Notes: " + document.title;
    onKeys(ask);
  }

  const template = document.querySelector("template.slides");
  if (document.querySelector("[data-step-notes]")) followSteps();
  else if (template && location.hash === "#notes") followSlides(template);

  window.debriefSlides = Object.assign(window.debriefSlides || {}, { notes: { sender } });
})();
