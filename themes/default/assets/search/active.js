/* What narrows the results on the search page: a button to remove each filter, and one for all. */
(function (search) {
  "use strict";

  /* Fills `element`, unless `isStale()` by then. `remove` has a function for each kind of filter, and `all`; `input` has the focus
   * when no filter is left. */
  search.active = async function (element, answer, isStale, remove, input) {
    const { el } = search.view;
    const chips = [];
    const chip = (text, act) => {
      const button = el("button", { type: "button", class: "search-chip", "aria-label": "Remove the filter " + text }, text,
        el("span", { "aria-hidden": "true" }, " \u00d7"));
      const at = chips.length;
      button.addEventListener("click", () => {
        act().then(() => { (element.querySelectorAll("button")[at] || element.querySelector("button") || input).focus(); });
      });
      chips.push(button);
    };
    for (const key of Object.keys(answer.filters)) {
      const facet = await search.files.facet(key);
      for (const value of facet ? facet.values.filter((one) => answer.filters[key].includes(one.key)) : []) {
        chip(facet.label + ": " + value.label, () => remove.value(facet, value.key));
      }
    }
    for (const key of Object.keys(answer.without)) {
      chip("Not " + key + ": " + answer.without[key].join(", "), () => remove.without(key));
    }
    for (const key of ["after", "before"]) {
      if (answer[key]) chip((key === "after" ? "From " : "Before ") + answer[key], () => remove.day(key));
    }
    if (chips.length > 1) {
      const clear = el("button", { type: "button", class: "search-clear" }, "Clear all filters");
      clear.addEventListener("click", () => remove.all().then(() => input.focus()));
      chips.push(clear);
    }
    if (!isStale()) element.replaceChildren(...chips);
  };
})(window.debriefSearch);
