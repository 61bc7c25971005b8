/* What stands above the results on the search page: what was searched instead, and what to try when nothing matches. */
(function (search) {
  "use strict";

  /* A button that does something and moves the focus to the input. */
  const suggestion = (text, act, input) => window.debriefDom.button(text, () => act().then(() => input.focus()), { class: "search-suggestion" });

  /* For each word without a match, buttons with similar words. */
  async function nearWords(answer, replace, input) {
    const { el } = search.view;
    const unknown = answer.groups.filter((group) => !group.ways.length);
    return (await Promise.all(unknown.map(async ({ label, typed }) => {
      const words = search.near.around(label, await search.files.words(label));
      const offers = words.map((word) => suggestion(word, () => replace(typed, word), input));
      return words.length ? el("p", {}, "Near to \u201c" + typed + "\u201d: ", ...offers.flatMap((offer, k) => (k ? [", ", offer] : [offer])), ".") : null;
    }))).filter(Boolean);
  }

  /* An example of what can be typed, with filters that find something here. */
  async function example(answer) {
    const keys = async (key) => {
      const facet = await search.files.facet(key);
      return facet ? facet.values.map((value) => value.key) : [];
    };
    const [severities, kinds] = await Promise.all(["severity", "kind"].map(keys));
    const { date } = answer.all.length ? await search.files.fragment(answer.all[0].number) : {};
    const filters = [severities.length && "severity:" + severities[0], kinds.length > 1 && "-kind:" + kinds[kinds.length - 1], date && "after:" + date.slice(0, 4)];
    return ["timeout", ...filters.filter(Boolean)].join(" ");
  }

  /* Fills `element`, unless `isStale()` by then. `replace(typed, word)` searches for another word, if what is typed can be changed;
   * `clear()` without filters. */
  search.advise = async function (element, answer, isStale, { replace, clear }, input) {
    const { el, notes } = search.view;
    const out = answer.problems.concat(notes(answer)).map((text) => el("p", {}, text));
    if (!answer.all.length && !answer.some.length) {
      const narrowed = answer.after || answer.before || Object.keys(answer.filters).length || Object.keys(answer.without).length;
      if (!answer.total) {
        out.push(el("p", {}, "There is nothing to search in yet."));
      } else if (answer.notes.some((note) => note.nothing)) {
        /* The reason is shown already. */
      } else if (narrowed) {
        out.push(el("p", {}, "Nothing matches these filters together. ", suggestion("Search without filters", clear, input)));
      } else {
        out.push(el("p", {}, "Try fewer words, a piece of the error text, or the name of a service."));
        if (replace) out.push(...await nearWords(answer, replace, input));
      }
    } else if (!answer.asked) {
      out.push(el("p", { class: "search-hint" }, "Narrow what you type, as in ", el("code", {}, await example(answer)), ". Quotes hold a phrase together."));
    }
    if (!isStale()) element.replaceChildren(...out);
  };
})(window.debriefSearch);
