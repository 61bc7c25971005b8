// What the scripts of the theme share; loaded before all of them. Text enters a page as text, never as HTML.
(() => {
  "use strict";

  // An element with attributes and children. An attribute that is true stands without a value; one that is false or
  // nothing is left out, and so are children that are nothing.
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

  // A button that acts when it is pressed.
  function button(text, act, attributes) {
    const made = make("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  }

  // Whether a key goes into a field, or together with another into the browser, and so is no shortcut of the page's.
  function isTaken(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return true;
    const { target } = event;
    return target.isContentEditable || Boolean(target.closest && target.closest("input, textarea, select"));
  }

  window.debriefDom = { make, all, button, isTaken };
})();
