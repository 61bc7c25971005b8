/* Search, on every page: the box, the `/` key, and the loading of everything else when it is first needed.
 *
 *   search.js             this file: loads the parts beside it and the site's files under {root}search/
 *   search/words.js       text into words, as the build does it
 *   search/engine.js      queries: words, filters, ranking, counts, excerpts
 *   search/view.js        the pieces that the box and the search page share
 *   search/box.js         results beneath the box
 *   search/page.js        the search page
 *   search/highlight.js   words marked on a page that was opened from a result
 *
 * All are classic scripts, because a page opened from file:// can load nothing else.
 */
(function () {
  "use strict";

  const here = document.currentScript.src;
  const root = document.body ? document.body.dataset.root || "" : "";
  /* What a page of the site is called, one and many: `review,reviews`. */
  const nouns = ((document.body && document.body.dataset.nouns) || "page,pages").split(",");
  const loading = new Map();
  const store = { index: null, cards: null, fragments: new Map() };

  /* One script, once; a failure may be tried again. */
  function script(url) {
    if (!loading.has(url)) {
      loading.set(url, new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = url;
        /* In the order in which they are asked for, whichever arrives first: one names what another defines. */
        element.async = false;
        element.onload = () => resolve();
        element.onerror = () => {
          loading.delete(url);
          element.remove();
          reject(new Error("could not load " + url));
        };
        document.head.append(element);
      }));
    }
    return loading.get(url);
  }

  const part = (name) => script(new URL(name, here).href);
  const data = (name) => script(new URL(root + "search/" + name, document.baseURI).href);

  /* A file can arrive whole and still not be what it should be: a proxy's error page, say. */
  const check = (value, name) => {
    if (!value) throw new Error(name + " did not hold what it should");
    return value;
  };

  const search = {
    /* Called by the site's files. */
    index: (json) => { store.index = json; },
    documents: (cards) => { store.cards = cards; },
    fragment: (number, sections) => { store.fragments.set(number, sections); },

    store,
    root,
    one: nouns[0],
    many: nouns[1],

    words: () => Promise.all([part("vendor/elasticlunr.js"), part("search/words.js")])
      .then(() => check(search.text, "search/words.js")),

    /* Enough to browse and to filter; `ready` adds what it takes to look for words. */
    cards: () => Promise.all([search.words(), part("search/engine.js"), part("search/view.js"), data("documents.js")])
      .then(() => search.engine.cards(check(store.cards, "search/documents.js"))),
    ready: () => search.cards().then(() => data("index.js"))
      .then(() => search.engine.open(check(store.index, "search/index.js"))),

    sections: (number) => data("x/" + number + ".js").then(() => store.fragments.get(number) || []),

    /* The words of a text, as the index holds them; only after `words`. */
    analyze: (text) => search.text.analyze(text),
  };
  window.debriefSearch = search;

  function start() {
    const form = document.querySelector("form.search");
    const input = form && form.querySelector("input[name=q]");
    const page = document.querySelector("[data-search-page]");
    const asked = new URLSearchParams(location.search).get("q");

    if (input && page) {
      part("search/page.js").then(() => search.page(page, form, input)).catch(() => {});
    } else if (input) {
      const wake = () => {
        input.removeEventListener("focus", wake);
        part("search/box.js").then(() => search.box(form, input)).catch(() => {});
      };
      input.addEventListener("focus", wake);
      if (document.activeElement === input) wake();
    }
    if (asked && !page) {
      search.words().then(() => part("search/highlight.js")).then(() => search.highlight(asked)).catch(() => {});
    }
    if (input && document.body.dataset.shortcuts !== "off") {
      document.addEventListener("keydown", (event) => {
        if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
        if (event.target.closest && event.target.closest("input, textarea, select, [contenteditable]")) return;
        event.preventDefault();
        input.focus();
        input.select();
      });
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
