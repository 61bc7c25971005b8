/* Highlights the words of a search on the page of a result. Does nothing in browsers without custom highlights. */
(function (search) {
  "use strict";

  const MOST = 500;

  search.highlight = async function (query) {
    const main = document.querySelector("main");
    if (!main || !window.Highlight || !window.CSS || !CSS.highlights) return;
    const asked = query.slice(0, 200);
    /* For other languages than English, the terms of words are loaded from the search files. */
    if (!/^en\b/i.test(document.documentElement.lang || "en")) {
      const tokens = [];
      await search.ready();
      search.text.tokens(asked, (token) => tokens.push(token));
      await search.files.learn(tokens);
    }
    const wanted = new Set(search.text.analyze(asked));
    const highlight = new Highlight();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (node.parentElement && node.parentElement.closest("script, style, form")
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
