// The keys of the slides, and the list that explains them.
(() => {
  "use strict";

  const { make, button } = window.debriefDom;
  const NAMES = { ArrowRight: "→", ArrowLeft: "←", ArrowDown: "↓", ArrowUp: "↑", PageDown: "PgDn", PageUp: "PgUp", " ": "Space", Escape: "Esc" };

  const shown = (key) => make("kbd", {}, key.split("+").map((part) => NAMES[part] || (part.length === 1 ? part.toUpperCase() : part)).join(" "));

  // `all` are `[keys, description, function]`; `closed()` is called when the list of keys was closed.
  function keys(all, closed) {
    const acts = new Map(all.flatMap(([names, , act]) => names.map((name) => [name, act])));
    const row = ([names, does]) => make("div", {}, make("dt", {}, ...names.flatMap((name) => [shown(name), " "])), make("dd", {}, does));
    const help = make("dialog", { class: "keys deck-help", "aria-labelledby": "deck.keys" },
      make("h2", { id: "deck.keys" }, "Keys"), make("dl", {}, ...all.map(row)), button("Close", () => help.close()));
    help.addEventListener("close", closed);

    // What a key does; nothing where single keys are switched off.
    function actOf({ key, shiftKey }) {
      const plain = key.length === 1 ? key.toLowerCase() : key;
      const isOff = document.body.getAttribute("data-shortcuts") === "off" && key.length === 1 && key !== " ";
      return isOff ? undefined : (shiftKey && acts.get("Shift+" + plain)) || acts.get(plain);
    }

    return { help, actOf, showHelp: () => { if (!help.open) help.showModal(); } };
  }

  window.debriefSlides.keys = keys;
})();
