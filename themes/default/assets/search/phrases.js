/* Phrases, loaded when a query has one. Files of neighbouring words tell which documents may have it, and the texts of the best are read.
 * src/search/pairs.rs makes the files and describes them; both choose the same rows. */
(function (search) {
  "use strict";

  const ROWS = 2 ** 17;
  const LETTERS = 4;
  const ASKED = 3;
  const NAMES = 128;
  /* How many documents are read: those that are shown at first, whose texts are loaded anyway. */
  const READ = 5;

  /* Of each word the number of letters, and a digest of its beginning. */
  function words(text) {
    const out = [];
    let word = null;
    for (const c of search.text.lower(search.text.fold(text))) {
      if (search.text.isWord(c)) {
        word = word || { letters: 0, digest: 0 };
        if (word.letters < LETTERS) word.digest = Math.imul(word.digest ^ c.codePointAt(0), 0x01000193);
        if (word.letters === 0) out.push(word);
        word.letters += 1;
      } else {
        word = null;
      }
    }
    return out;
  }

  function rowOf(first, second) {
    const joined = Math.imul(first.digest, 0x9e3779b1) + second.digest | 0;
    const mixed = Math.imul(joined ^ joined >>> 15, 0x85ebca6b);
    return ((mixed ^ mixed >>> 13) >>> 0) % ROWS;
  }

  /* The rows of the longest pairs of words, because long words are rarer. */
  function rows(phrase) {
    const all = words(phrase);
    const pairs = all.slice(1).map((word, k) => ({ row: rowOf(all[k], word), letters: all[k].letters + word.letters }));
    return pairs.sort((a, b) => b.letters - a.letters).slice(0, ASKED).map(({ row }) => row);
  }

  /* The documents of a row. */
  async function documents(row) {
    const { pairs: [count, blocks] } = await search.files.manifest();
    if (!count) return new Set();
    const at = Math.floor(row / (ROWS / count));
    const names = await search.files.names("q/" + search.files.cut(blocks)[Math.floor(at / NAMES)]);
    const rows = await search.files.once("p/" + names[at % NAMES], (bytes) => {
      const reader = new search.files.Reader(bytes);
      const out = new Map();
      let own = at * (ROWS / count);
      while (!reader.ended) {
        own += reader.number();
        let last = 0;
        out.set(own, new Set(Array.from({ length: reader.number() }, () => (last += reader.number()))));
      }
      return out;
    });
    return rows.get(row) || new Set();
  }

  /* Whatever is between words, such as a line break or a quotation mark, is one space. */
  const flat = (text) => search.text.lower(search.text.fold(text)).replace(/[^\p{Alphabetic}\p{N}_]+/gu, " ").trim();

  /* {fits, read}: whether a document may have all phrases, and those of the first that do not have them. */
  async function of(phrases) {
    const found = await Promise.all(phrases.flatMap(rows).map(documents));
    const wanted = phrases.map(flat);
    const holds = (document) => {
      const text = flat([document.title, document.lesson || "", ...document.sections.flatMap(([, heading, body]) => [heading, body])].join("\n"));
      return wanted.every((phrase) => text.includes(phrase));
    };
    return {
      fits: (number) => found.every((held) => held.has(number)),
      read: async (hits, notes) => {
        if (hits.length > READ) notes.push({ read: READ });
        const read = hits.slice(0, READ);
        const texts = await Promise.all(read.map(({ number }) => search.files.fragment(number)));
        return read.filter((_, k) => !holds(texts[k]));
      },
    };
  }

  search.phrases = { of };
})(window.debriefSearch);
