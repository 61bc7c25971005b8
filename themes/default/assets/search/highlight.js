/* Highlights the words of a search on the page of a result. Does nothing in browsers without custom highlights. */
(function (search) {
  "use strict";

  const MOST = 500;

  /* `query` is what was typed, null after a paste; `found` is what the search looked for, null if the page was not opened from a
   * result. */
  search.highlight = async function (query, found) {
    const main = document.querySelector("main");
    if (!main || !window.Highlight || !window.CSS || !CSS.highlights) return;
    const asked = (query || found.words).slice(0, 200);
    /* For other languages than English, the terms of words are loaded from the search files. */
    if (!/^en\b/i.test(document.documentElement.lang || "en")) {
      const tokens = [];
      await search.ready();
      search.text.tokens(asked, (token) => tokens.push(token));
      await search.files.learn(tokens);
    }
    const { terms, prefix, beside } = found || { terms: search.text.analyze(asked), prefix: "", beside: [] };
    const wanted = { terms: new Set(terms), prefix, beside: new Map(beside) };
    const highlight = new Highlight();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (node.parentElement?.closest("script, style, form")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    });
    for (let node = walker.nextNode(); node && highlight.size < MOST; node = walker.nextNode()) {
      for (const hit of search.text.find(node.data, wanted)) {
        const range = new Range();
        range.setStart(node, hit.start);
        range.setEnd(node, hit.end);
        highlight.add(range);
      }
    }
    CSS.highlights.set("debrief-search", highlight);
  };
})(window.debriefSearch);
