/* The files of the site's search, loaded when needed and cached; src/search/lib.rs describes their content. */
(function (search) {
  "use strict";

  const NAME = 12;
  const BLOCK = 32;
  const RANGES = 32;
  const VERSION = 4;
  const text = new TextDecoder();
  const encoder = new TextEncoder();
  const kept = new Map();

  /* ---- bytes ---- */

  /* Reads variable-length numbers, and texts that share a prefix with the one before. */
  class Reader {
    constructor(bytes, at = 0) {
      this.bytes = bytes;
      this.at = at;
      this.before = new Uint8Array(0);
    }

    get ended() { return this.at >= this.bytes.length; }

    number() {
      let number = 0;
      let shift = 1;
      for (;;) {
        const byte = this.bytes[this.at];
        this.at += 1;
        number += (byte & 127) * shift;
        if (byte < 128) return number;
        if (byte === undefined) throw new Error("a file of the search ends too early");
        shift *= 128;
      }
    }

    take(length) {
      this.at += length;
      return this.bytes.subarray(this.at - length, this.at);
    }

    /* A text that shares a prefix with the one before, or with `like`. */
    text(like) {
      const shared = this.number();
      const rest = this.take(this.number());
      const all = new Uint8Array(shared + rest.length);
      all.set((like === undefined ? this.before : encoder.encode(like)).subarray(0, shared));
      all.set(rest, shared);
      if (like === undefined) this.before = all;
      return text.decode(all);
    }
  }

  /* Loads and reads a file once. */
  function once(file, read) {
    if (!kept.has(file)) {
      const made = search.load(file).then(read);
      made.catch(() => kept.delete(file));
      kept.set(file, made);
    }
    return kept.get(file);
  }

  const cut = (names) => Array.from({ length: names.length / NAME }, (_, n) => names.slice(n * NAME, (n + 1) * NAME));
  const json = (bytes) => JSON.parse(text.decode(bytes));
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

  /* ---- each kind ---- */

  const manifest = () => once("manifest", (bytes) => {
    const manifest = json(bytes);
    if (manifest.version !== VERSION) throw new Error("these files are of another version");
    manifest.ranges = cut(manifest.ranges);
    manifest.fragments = cut(manifest.fragments);
    manifest.words = new Map(manifest.words);
    manifest.synonyms = new Map(manifest.synonyms);
    search.text.speak(manifest);
    return manifest;
  });

  /* Maps each term to the position of its postings, which are read when needed. */
  function chunk(bytes) {
    const reader = new Reader(bytes);
    const terms = new Map();
    while (!reader.ended) {
      const term = reader.text();
      const mask = reader.number();
      const length = reader.number();
      terms.set(term, { bytes, at: reader.at, mask });
      reader.at += length;
    }
    return terms;
  }

  /* By field [documents, counts]; undefined for a field without postings. */
  function holders(entry) {
    if (entry.fields) return entry.fields;
    const reader = new Reader(entry.bytes, entry.at);
    entry.fields = [];
    for (let field = 0; entry.mask >> field; field += 1) {
      if (!(entry.mask >> field & 1)) continue;
      const size = reader.number();
      const documents = new Uint32Array(size);
      const counts = new Uint32Array(size);
      let last = 0;
      for (let k = 0; k < size; k += 1) {
        const read = reader.number();
        last += read >>> 1;
        documents[k] = last;
        counts[k] = read & 1 ? reader.number() : 1;
      }
      entry.fields[field] = [documents, counts];
    }
    return entry.fields;
  }

  /* The index of the only range that can contain a term. */
  function place(starts, term) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /* The beginnings of ranges of terms, and the names of their files. */
  async function ranges(at) {
    const name = (await manifest()).ranges[at];
    if (!name) return { starts: [], names: [] };
    return once("r/" + name, (bytes) => {
      const reader = new Reader(bytes);
      const starts = [];
      const names = [];
      while (!reader.ended) {
        starts.push(reader.text());
        names.push(hex(reader.take(NAME / 2)));
      }
      return { starts, names };
    });
  }

  /* The number of the only file of terms that can contain a term. */
  async function placeOf(term) {
    const at = place((await manifest()).starts, term);
    return at * RANGES + place((await ranges(at)).starts, term);
  }

  async function chunkAt(at) {
    const name = (await ranges(Math.floor(at / RANGES))).names[at % RANGES];
    return name ? once("t/" + name, chunk) : new Map();
  }

  /* The postings of a term by field, or null. */
  async function term(wanted) {
    const entry = (await chunkAt(await placeOf(wanted))).get(wanted);
    return entry ? holders(entry) : null;
  }

  /* Terms with a prefix, from two files at most. */
  async function beginning(prefix) {
    const from = await placeOf(prefix);
    const to = Math.min(from + 1, await placeOf(prefix + "\uffff"));
    const out = [];
    for (let at = from; at <= to; at += 1) {
      for (const [found, entry] of await chunkAt(at)) {
        if (found.startsWith(prefix) && found !== prefix) out.push({ text: found, documents: spread(holders(entry)) });
      }
    }
    return out;
  }

  /* The number of documents in any field. */
  const spread = (fields) => new Set(fields.filter(Boolean).flatMap(([documents]) => Array.from(documents))).size;

  /* The letter of the only file that can contain a word. */
  const letterOf = async (word) => ((await manifest()).words.has("all") ? "all" : Array.from(word)[0]);

  /* The candidates for a mistyped word: [{text, documents, name}]; with files by letter, without words that may be typing errors themselves. */
  async function words(word) {
    const { words: shards } = await manifest();
    const letter = await letterOf(word);
    if (!shards.has(letter)) return [];
    return once("w/" + shards.get(letter), (bytes) => {
      const reader = new Reader(bytes);
      const out = [];
      while (!reader.ended) {
        const found = reader.text();
        const [byte] = reader.take(1);
        const term = byte & 64 ? reader.text(found) : found;
        const firm = byte > 127 || (byte & 63) > 0;
        const near = letter === "all" || Array.from(term)[0] === letter;
        out.push({ text: found, documents: 2 ** (byte & 63), name: byte > 127, term, firm, guessed: near && (firm || letter === "all") });
      }
      search.text.learn(out);
      return letter === "all" ? out : out.filter(({ firm }) => firm);
    });
  }

  /* The sets of synonyms of which one may begin with a term: [{here, others}]. */
  async function synonyms(term) {
    const name = (await manifest()).synonyms.get(Array.from(term)[0]);
    return name ? once("s/" + name, json) : [];
  }

  /* Loads the terms of words, in a language without a stemmer here. */
  async function learn(tokens) {
    if (search.text.hasForms()) await Promise.all(tokens.filter(search.text.isWritten).map(words));
  }

  /* The most common terms, with their approximate number of documents. */
  const common = async () => once("t/" + (await manifest()).common, (bytes) => {
    const reader = new Reader(bytes);
    const terms = new Map();
    while (!reader.ended) terms.set(reader.text(), 2 ** reader.take(1)[0]);
    return terms;
  });

  const lengths = async () => {
    const { lengths: name, levels, documents } = await manifest();
    return once("n/" + name, (bytes) => Float64Array.from({ length: documents },
      (_, n) => levels[n % 2 ? bytes[n >> 1] >> 4 : bytes[n >> 1] & 15]));
  };

  const days = async () => {
    const { dates, documents } = await manifest();
    return once("d/" + dates, (bytes) => {
      const reader = new Reader(bytes);
      let day = 0;
      return Uint32Array.from({ length: documents }, () => (day += reader.number()));
    });
  };

  /* {key, label, values: [{key, label, documents}]}; null for a facet that the site does not have. */
  async function facet(key) {
    const listed = (await manifest()).facets.find(([own]) => own === key);
    if (!listed) return null;
    return once("f/" + listed[2], (bytes) => {
      const reader = new Reader(bytes);
      const labels = json(reader.take(reader.number()));
      const values = labels.map(([valueKey, label]) => {
        let last = 0;
        const documents = Uint32Array.from({ length: reader.number() }, () => (last += reader.number()));
        return { key: valueKey, label, documents };
      });
      return { key, label: listed[1], values };
    });
  }

  /* The names that a file holds. */
  const names = (file) => once(file, (bytes) => cut(hex(bytes)));

  async function fragment(number) {
    const block = (await manifest()).fragments[Math.floor(number / BLOCK)];
    const listed = await names("b/" + block);
    return once("x/" + listed[number % BLOCK], (bytes) => ({ number, ...json(bytes) }));
  }

  search.files = { Reader, cut, names, once, manifest, placeOf, term, beginning, words, letterOf, synonyms, learn, common, lengths, days, facet, fragment, spread };
})(window.debriefSearch);
