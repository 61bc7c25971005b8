/* The pieces that the box and the search page share. Text of the pages enters as text nodes, never as HTML. */
(function (search) {
  "use strict";

  const el = window.debriefDom.make;

  /* A text with its hits in <mark>. */
  function marked(text, hits) {
    const out = [];
    let at = 0;
    for (const hit of hits) {
      if (hit.start > at) out.push(text.slice(at, hit.start));
      out.push(el("mark", {}, text.slice(hit.start, hit.end)));
      at = hit.end;
    }
    if (at < text.length) out.push(text.slice(at));
    return out;
  }

  const markedFor = (text, answer) => marked(text, search.text.find(text, answer.terms, answer.prefix));

  const valuesOf = (document, key) => {
    const facets = search.engine.cards().facets;
    const at = facets.findIndex((facet) => facet.key === key);
    return at < 0 ? [] : document.values[at].map((place) => ({ ...facets[at].values[place], rank: place + 1 }));
  };

  /* SEV 1 · 2 March 2026 · Checkout: severity, or else the kind, then when and where. */
  function facts(document) {
    const out = [];
    const [severity] = valuesOf(document, "severity");
    const [kind] = valuesOf(document, "kind");
    if (severity) {
      out.push(el("span", { class: "badge badge-severity", "data-severity": severity.key, "data-rank": severity.rank }, severity.label));
    }
    if (kind && (!severity || kind.rank > 1)) out.push(el("span", {}, kind.label));
    if (document.dateWords) out.push(el("time", { datetime: document.date }, document.dateWords));
    const services = valuesOf(document, "service");
    const named = services.slice(0, 2).map((service) => service.label);
    if (services.length > 2) named.push((services.length - 2) + " more");
    if (named.length) out.push(el("span", {}, named.join(", ")));
    return out;
  }

  const number = (n) => n.toLocaleString("en-GB");
  const count = (n, one, many) => number(n) + " " + (n === 1 ? one : many);

  /* Where a result leads: the words go along, so that the page can mark them. */
  const address = (document, answer, anchor) => search.root + document.url +
    (answer.text.trim() ? "?q=" + encodeURIComponent(answer.text.trim()) : "") + (anchor ? "#" + encodeURIComponent(anchor) : "");

  search.view = { el, marked, markedFor, facts, number, count, address };
})(window.debriefSearch);
