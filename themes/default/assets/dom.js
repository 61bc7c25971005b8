// Functions that the theme's scripts share; loaded before all of them. Text is inserted as text, never as HTML.
(() => {
  "use strict";

  // An element with attributes and children. An attribute that is true has no value; false, null and undefined
  // attributes and null or empty children are left out.
  function make(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === true) made.setAttribute(key, "");
      else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  }

  // Every element that a selector finds, as an array.
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));

  // A button that calls `act` when it is pressed.
  function button(text, act, attributes) {
    const made = make("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  }

  // Whether a key is typed into a field or is a shortcut of the browser, so that it must not be handled as a shortcut
  // of the page.
  function isTaken(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return true;
    const { target } = event;
    return target.isContentEditable || Boolean(target.closest?.("input, textarea, select"));
  }

  window.debriefDom = { make, all, button, isTaken };
})();
