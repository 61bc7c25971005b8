/* Search, on every page: the box, the `/` key, and the loading of everything else when it is first needed.
 *
 * The site publishes them joined, as src/site/theme/scripts.rs says: terms.js, find.js, pasted.js, phrases.js, box.js, results.js, highlight.js.
 *
 *   search.js             this file: loads the parts beside it and the site's files under {root}search/
 *   search/words.js       text into words, as the build does it; search/stemmer.js their stems
 *   search/files.js       the site's files, loaded when needed
 *   search/query.js       what is typed: words, phrases, filters; search/near.js similar words
 *   search/groups.js      words into terms: prefixes, corrections, identifiers, synonyms
 *   search/moment.js      parts of a paste that are different each time
 *   search/paste.js       chooses the distinctive terms of a pasted text
 *   search/phrases.js     which documents have a phrase
 *   search/engine.js      terms into ranked documents, filters, counts
 *   search/excerpt.js     the section and the stretch of it to show
 *   search/view.js        the pieces that the box and the search page share
 *   search/box.js         results beneath the box
 *   search/page.js        the search page; search/address.js what stands in its address, search/facets.js its filters,
 *                         search/active.js buttons that remove them, search/list.js its results, search/result.js one of
 *                         them, search/advice.js what stands above them, search/area.js the box for a paste
 *   search/highlight.js   words marked on a page that was opened from a result
 *
 * All are classic scripts, because a page opened from file:// can load nothing else.
 */
(function () {
  "use strict";

  const here = document.currentScript.src;
  const root = document.body ? document.body.dataset.root || "" : "";
  /* The noun for a page of the site, singular and plural: `review,reviews`. */
  const nouns = (document.body?.dataset.nouns || "page,pages").split(",");
  const PASTE = "debrief-paste";
  const FOUND = "debrief-found";
  const withoutIndex = (path) => path.replace(/index\.html$/, "");
  const loading = new Map();
  const arrived = new Map();

  /* Loads a script once; after a failure it can be tried again. */
  function script(url, forget) {
    if (!loading.has(url)) {
      loading.set(url, new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = url;
        /* Scripts run in the order in which they are requested, because some use what others define. */
        element.async = false;
        element.onload = () => {
          if (forget) {
            loading.delete(url);
            element.remove();
          }
          resolve();
        };
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

  async function unpack(base64) {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  const part = (name) => script(new URL(name, here).href);
  const search = {
    /* Called by the site's files. */
    file: (name, packed) => { arrived.set(name, packed); },

    root,
    one: nouns[0],
    many: nouns[1],

    words: () => part("search/terms.js"),

    /* Loads everything that queries need. A browser that cannot decompress the files cannot search. */
    ready: () => Promise.all([search.words(), part("search/find.js")]).then(() => {
      if (!window.DecompressionStream) throw new Error("this browser cannot unpack the files of the search");
      return search.files.manifest();
    }),

    /* What chooses the terms of a paste. */
    pasting: () => part("search/pasted.js").then(() => search.paste),

    /* What finds phrases. */
    phrasing: () => part("search/phrases.js").then(() => search.phrases),

    /* The content of a file as bytes. A response may be a proxy's error page, so the content is checked. */
    load: (name, folder = "search/") => script(new URL(root + folder + name + ".js", document.baseURI).href, true).then(() => {
      const packed = arrived.get(name);
      arrived.delete(name);
      if (packed === undefined) throw new Error(name + " did not hold what it should");
      return unpack(packed);
    }),

    /* The terms of a text, as in the index; may be called only after `words`. */
    analyze: (text) => search.text.analyze(text),

    /* Passes a paste to the search page; it stays in this browser and is not in the address. */
    handOver(text) {
      try { sessionStorage.setItem(PASTE, text); } catch { return false; }
      location.href = new URL(root + "search/index.html", document.baseURI).href;
      return true;
    },
    handedOver() {
      try {
        const text = sessionStorage.getItem(PASTE);
        sessionStorage.removeItem(PASTE);
        return text || "";
      } catch { return ""; }
    },
    /* Passes to the page of a result what it was found by: what was typed does not tell corrections and synonyms, and a paste
     * is in no address. */
    handFound(found) {
      try { sessionStorage.setItem(FOUND, JSON.stringify(found)); } catch { /* The page marks what was typed. */ }
    },
    foundHere() {
      try {
        const found = JSON.parse(sessionStorage.getItem(FOUND));
        sessionStorage.removeItem(FOUND);
        return found && withoutIndex(found.path) === withoutIndex(location.pathname) ? found : null;
      } catch { return null; }
    },
    /* Whether a text has several lines. */
    hasLines: (text) => /\S\s*\n\s*\S/.test(text),
    /* Whether a text is too long for the box. */
    isLong: (text) => search.hasLines(text) || text.length > 200,
  };
  window.debriefSearch = search;

  /* The button for pasting, where a page has one, opens the search page; a long text pasted into the box is passed to it. */
  function offerPaste(form, input) {
    input.addEventListener("paste", (event) => {
      const text = event.clipboardData ? event.clipboardData.getData("text") : "";
      if (search.isLong(text) && search.handOver(text)) event.preventDefault();
    });
    const button = form.querySelector(".search-paste");
    if (!button) return;
    button.addEventListener("click", () => {
      location.href = new URL(root + "search/index.html#search.paste", document.baseURI).href;
    });
  }

  function start() {
    const form = document.querySelector("form.search");
    const input = form?.querySelector("input[name=q]");
    const page = document.querySelector("[data-search-page]");
    const asked = new URLSearchParams(location.search).get("q");

    if (input && page) {
      part("search/results.js").then(() => search.page(page, form, input)).catch(() => {});
    } else if (input) {
      offerPaste(form, input);
      const wake = () => {
        input.removeEventListener("focus", wake);
        part("search/box.js").then(() => search.box(form, input)).catch(() => {});
      };
      input.addEventListener("focus", wake);
      if (document.activeElement === input) wake();
    }
    const found = page ? null : search.foundHere();
    if ((asked || found) && !page) {
      search.words().then(() => part("search/highlight.js")).then(() => search.highlight(asked, found)).catch(() => {});
    }
    if (input) {
      document.addEventListener("keydown", (event) => {
        if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.body.dataset.shortcuts === "off") return;
        if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
        event.preventDefault();
        input.focus();
        input.select();
      });
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
