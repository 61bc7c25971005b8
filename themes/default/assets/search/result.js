/* One result of the search page, and what is said above all of them. */
(function (search) {
  "use strict";

  search.said = function (answer) {
    const { number, count } = search.view;
    const { total } = answer;
    if (!answer.asked) {
      const n = answer.all.length;
      return n === total ? count(n, search.one, search.many) : number(n) + " of " + count(total, search.one, search.many);
    }
    if (!answer.all.length && !answer.some.length) return "No " + search.one + " matches";
    if (answer.typed.paste) return count(answer.all.length, search.one + " shares", search.many + " share") + " words with your text, most similar first";
    if (answer.words < 2) return count(answer.all.length + answer.some.length, search.one + " matches", search.many + " match");
    const all = answer.all.length ? number(answer.all.length) : "None";
    return all + (answer.all.length === 1 ? " matches" : " match") + " all words" +
      (answer.some.length ? " \u00b7 " + number(answer.some.length) + (answer.some.length === 1 ? " matches" : " match") + " some" : "");
  };

  /* What brought it closer to restored, and whom to ask: so that one need not open five reviews in an outage. */
  function helped(document) {
    const { el } = search.view;
    const steps = document.helped || [];
    const teams = document.ask || [];
    if (!steps.length) return null;
    return el("div", { class: "search-helped" }, el("p", {}, "What helped" + (teams.length ? " (ask " + teams.join(", ") + ")" : "")),
      el("ul", {}, ...steps.map((step) => el("li", {}, step))));
  }

  search.result = function (document, answer) {
    const { el, markedFor, facts, excerpt, link } = search.view;
    const found = excerpt(document, answer, document.happened);
    const where = found?.heading
      && link(document, answer, found.anchor, { class: "search-where" }, found.heading);
    const lines = answer.typed.paste ? answer.lines(document.number).slice(0, 4) : [];
    /* Of a paste of several lines those that match are named. */
    const isLong = lines.length > 0 && search.hasLines(answer.typed.text);
    const said = ({ line, words }) => (isLong ? "line " + line + ": " + words.slice(0, 3).join(", ") : "words: " + words.slice(0, 8).join(", "));
    return el("li", { class: "search-result" },
      el("h2", { class: "search-title" },
        link(document, answer, found?.anchor, {}, ...markedFor(document.title, answer))),
      !document.happened ? null : el("p", { class: "search-happened" }, ...markedFor(document.happened, answer)),
      el("p", { class: "search-facts" }, ...facts(document)),
      el("p", { class: "search-excerpt" }, ...(found ? [where, where ? " " : "", ...found.nodes] : markedFor(document.lesson || "", answer))),
      lines.length === 0 ? null : el("p", { class: "search-lines" }, "Your " + lines.map(said).join("; ")),
      answer.asked ? helped(document) : null);
  };
})(window.debriefSearch);
