// The clock of the meeting: which item should be running now, and its remaining time.
//
// It runs from the start of the meeting. Without a known start, or if the meeting is over when the slides are opened,
// it runs from the time of opening. It can be paused, and an item can be restarted, which moves all later items.
(() => {
  "use strict";

  const MINUTE = 60000;

  // `3:07`; `2 h 5 min`; `6 days`.
  function span(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const minutes = Math.floor(seconds / 60);
    if (minutes < 100) return minutes + ":" + String(seconds % 60).padStart(2, "0");
    if (minutes < 2880) return Math.floor(minutes / 60) + " h " + (minutes % 60) + " min";
    return Math.floor(minutes / 1440) + " days";
  }

  // Rounded up, because a countdown includes the current second.
  const left = (milliseconds) => span(Math.ceil(milliseconds / 1000) * 1000);

  function clock(items, starts) {
    let at = 0;
    const spans = items.map(({ name, minutes }) => {
      const from = at;
      at += minutes * MINUTE;
      return { name, minutes, from, to: at };
    });
    const whole = at;
    const start = Date.parse(starts || "");
    let base = Date.now() < start + whole ? start : Date.now();
    let heldAt = null;

    const now = () => (heldAt === null ? Date.now() : heldAt) - base;

    // The item that should be running; -1 before the first and after the last.
    function due() {
      const time = now();
      return time < 0 ? -1 : spans.findIndex(({ minutes, from, to }) => minutes && from <= time && time < to);
    }

    // The text for the item on the screen: `{words, state}`, where the state is `early`, `on`, `late` or `over`.
    function say(shown) {
      const time = now();
      const held = heldAt === null ? "" : "Held. ";
      if (!whole) return { words: held + span(time), state: "on" };
      if (time < 0) return { words: held + "Starts in " + left(-time), state: "early" };
      if (time >= whole) return { words: held + span(time - whole) + " over", state: "over" };
      const running = due();
      const { name, minutes, to } = spans[running];
      const rest = left(to - time);
      // An item without a time of its own belongs to the one before it.
      let own = shown;
      while (own > 0 && !spans[own].minutes) own -= 1;
      if (own === running) return { words: held + rest + " left of " + minutes + " min", state: "on" };
      return { words: held + "Now: " + name + ", " + rest + " left", state: own < running ? "late" : "early" };
    }

    function hold() {
      if (heldAt === null) heldAt = Date.now();
      else {
        base += Date.now() - heldAt;
        heldAt = null;
      }
    }

    // Starts an item now, whenever it was planned.
    function begin(item) {
      heldAt = null;
      base = Date.now() - spans[item].from;
    }

    return { say, due, hold, begin, isHeld: () => heldAt !== null, nameOf: (item) => spans[item].name };
  }

  window.debriefSlides.clock = clock;
})();
