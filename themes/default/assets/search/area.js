/* The large box of the search page, for a text that was pasted. */
(function (search) {
  "use strict";

  /* `change(changes)` searches at once, `later(read)` when nobody types any more, for what `read` returns then. */
  search.area = function (form, input, change, later) {
    const area = window.debriefDom.make("textarea", {
      id: "search.paste",
      rows: 8,
      maxlength: 20000,
      class: "search-area",
      hidden: true,
      spellcheck: "false",
      "aria-label": "What you see: an alert, a log, a stack trace",
      placeholder: "Paste an alert, a log or a stack trace. It stays in this browser.",
    });
    const offer = form.querySelector(".search-paste");
    form.after(area);

    /* Shows it, with a text if there is one; null hides it. */
    function open(text) {
      const isOpen = text !== null;
      area.hidden = !isOpen;
      if (offer) offer.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) return;
      if (text) area.value = text;
      input.value = "";
      area.focus();
    }

    if (offer) {
      offer.setAttribute("aria-controls", area.id);
      offer.addEventListener("click", () => {
        open(area.hidden ? "" : null);
        change({ query: area.hidden ? input.value : area.value });
      });
    }
    area.addEventListener("input", () => later(() => area.value));
    input.addEventListener("paste", (event) => {
      const text = event.clipboardData ? event.clipboardData.getData("text") : "";
      if (!search.isLong(text)) return;
      event.preventDefault();
      open(text);
      change({ query: text });
    });

    return { open, isOpen: () => !area.hidden };
  };
})(window.debriefSearch);
