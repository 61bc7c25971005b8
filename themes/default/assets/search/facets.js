/* The filters of the search page: one list for each facet, loaded when it is opened, with live counts. */
(function (search) {
  "use strict";

  const SHORT = 8;
  /* The facets that are open at first. */
  const OPEN = ["severity", "kind", "service"];
  /* Scales and years have their own order; values of other facets are sorted by count. */
  const IN_ORDER = ["severity", "kind", "status", "detection", "year"];

  /* `toggle(facet, key, on)` is called when a box is ticked, `again()` when another facet needs its counts. */
  search.facets = function (manifest, toggle, again) {
    const { el } = search.view;
    const element = el("details", { class: "search-facets" }, el("summary", {}, "Filters"));
    const entries = manifest.facets.map(([key, label]) => {
      const list = el("ul", {});
      const all = el("button", { type: "button", class: "search-all", hidden: true });
      const open = OPEN.includes(key);
      const group = el("details", { class: "search-facet", open }, el("summary", {}, label),
        el("fieldset", {}, el("legend", { class: "visually-hidden" }, label), list, all));
      const entry = { key, label, list, all, group, values: null, facet: null, long: false };
      all.addEventListener("click", () => {
        entry.long = !entry.long;
        again();
      });
      group.addEventListener("toggle", () => { if (group.open && !entry.values) again(); });
      element.append(group);
      return entry;
    });

    async function load(entry) {
      entry.facet = await search.files.facet(entry.key);
      if (entry.values) return;
      const order = entry.facet.values.map((_, place) => place);
      const size = (place) => entry.facet.values[place].documents.length;
      if (!IN_ORDER.includes(entry.key)) order.sort((a, b) => size(b) - size(a) || a - b);
      entry.values = order.map((place) => {
        const value = entry.facet.values[place];
        const box = el("input", { type: "checkbox" });
        const count = el("span", { class: "search-count" });
        const item = el("li", {}, el("label", {}, box, " ", el("span", { class: "search-value" }, value.label), " ", count));
        box.addEventListener("change", () => toggle(entry.facet, value.key, box.checked));
        entry.list.append(item);
        return { place, box, count, item, key: value.key };
      });
    }

    function show(entry, answer) {
      const counts = answer.counts(entry.facet);
      const chosen = answer.filters[entry.key] || [];
      let seen = 0;
      entry.values.forEach(({ place, box, count, item, key }) => {
        box.checked = chosen.includes(key);
        count.textContent = search.view.number(counts[place]);
        const offered = box.checked || counts[place] > 0;
        if (offered) seen += 1;
        item.hidden = !offered || (!entry.long && !box.checked && seen > SHORT && document.activeElement !== box);
      });
      entry.all.hidden = seen <= SHORT;
      entry.all.textContent = entry.long ? "Show fewer" : "Show all " + seen;
      entry.all.setAttribute("aria-expanded", String(entry.long));
    }

    /* Shows the counts of an answer in the facets that are open or have a filter. */
    async function fill(answer, isStale) {
      const wanted = entries.filter((entry) => entry.group.open || answer.filters[entry.key]);
      await Promise.all(wanted.map(load));
      if (isStale()) return;
      wanted.forEach((entry) => {
        if (answer.filters[entry.key]) entry.group.open = true;
        show(entry, answer);
      });
    }

    return { element, fill };
  };
})(window.debriefSearch);
