/* Chooses the few distinctive terms of a pasted alert, log, stack trace or chat. Parts that are different each time are
 * masked; of the rest, the rarest terms in the library are used. The paste never leaves the browser. */
(function (search) {
  "use strict";

  const TERMS = 20;
  /* How many files of terms one paste may load. */
  const FILES = 32;
  /* How many files of words, in a language without a stemmer here. */
  const LETTERS = 6;
  /* The weight of an identifier, relative to a word. */
  const IDENTIFIER = 3;
  /* The weight of lines from frameworks, which are in every stack trace. */
  const FRAME_WEIGHT = 0.3;
  const FRAMEWORKS = ["java.", "javax.", "jdk.", "sun.", "org.springframework.", "org.apache.", "org.hibernate.", "org.junit.",
    "org.eclipse.", "io.netty.", "reactor.", "kotlin.", "scala.", "node:", "internal/"];

  /* Whether a line of a stack trace is from a common framework. */
  function isFrame(line) {
    const called = line.startsWith("at ") ? line.slice(3).trimStart() : null;
    return (called !== null && (called.includes("node_modules") || FRAMEWORKS.some((begin) => called.startsWith(begin))))
      || (line.startsWith("File \"") && (line.includes("site-packages") || line.includes("lib/python")))
      || (line.startsWith("... ") && line.endsWith(" more"));
  }

  /* All terms in the order of the text: {term, token, weight, lines, place}. */
  async function candidates(text) {
    const said = [];
    text.split("\n").forEach((line, n) => {
      const weight = isFrame(line.trim()) ? FRAME_WEIGHT : 1;
      search.text.tokens(search.mask(line), (token) => {
        if (!search.text.isStop(token) && (search.text.isErrorStatus(token) || !/^\d+$/.test(token))) said.push({ token, line: n + 1, weight });
      });
    });
    const stem = await stems(said.map(({ token }) => token));
    const found = new Map();
    for (const { token, line, weight } of said) {
      const term = stem(token);
      const entry = found.get(term) || { term, token, weight, lines: [], place: found.size };
      entry.weight = Math.max(entry.weight, weight);
      if (entry.lines[entry.lines.length - 1] !== line) entry.lines.push(line);
      found.set(term, entry);
    }
    return Array.from(found.values());
  }

  /* The function that turns words into terms. In a language without a stemmer here it uses the files of words, of which a
   * paste loads those of its most frequent first letters. */
  async function stems(tokens) {
    if (!search.text.hasForms()) return search.text.stem;
    const counts = new Map();
    for (const token of new Set(tokens.filter(search.text.isWritten))) {
      const letter = await search.files.letterOf(token);
      counts.set(letter, (counts.get(letter) || 0) + 1);
    }
    const letters = new Set(Array.from(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, LETTERS).map(([letter]) => letter));
    if (letters.has("all")) {
      await search.files.learn(tokens);
      return search.text.stem;
    }
    const isAsked = (token) => letters.has(Array.from(token)[0]);
    await search.files.learn(tokens.filter(isAsked));
    return (token) => (isAsked(token) ? search.text.stem(token) : token);
  }

  /* The terms that are not among the most common ones, limited to the most valuable files. An identifier counts as three
   * words. */
  async function rare(list, common) {
    const files = new Map();
    for (const one of list.filter(({ term }) => !common.has(term))) {
      const at = await search.files.placeOf(one.term);
      const file = files.get(at) || { at, worth: 0, terms: [] };
      file.worth += one.weight * (/[^a-z]/.test(one.term) ? IDENTIFIER : 1);
      file.terms.push(one);
      files.set(at, file);
    }
    const chosen = Array.from(files.values()).sort((a, b) => b.worth - a.worth || a.at - b.at).slice(0, FILES);
    return chosen.flatMap((file) => file.terms);
  }

  /* The groups of a paste, each with its lines, and notes. A text of one line is read as a question, whose words may have
   * synonyms in the library or be mistyped; what a system prints it prints in the same words each time. */
  async function groups(text) {
    const { documents: total } = await search.files.manifest();
    const common = await search.files.common();
    const all = await candidates(text);
    const isWeak = ({ token }) => search.text.isWeak(token);
    const list = all.filter((one) => !isWeak(one));
    const known = list.filter(({ term }) => common.has(term)).map((one) => ({ ...one, documents: common.get(one.term) }));
    const looked = await Promise.all((await rare(list, common)).map(async (one) => {
      const fields = await search.files.term(one.term);
      return { ...one, documents: fields ? search.files.spread(fields) : 0 };
    }));
    const telling = (one) => one.weight * Math.log(1 + (total - Math.min(total, one.documents) + 0.5) / (one.documents + 0.5));
    const isKnown = ({ documents }) => documents > 0;
    const chosen = known.concat(looked.filter(isKnown)).sort((a, b) => telling(b) - telling(a) || (a.term < b.term ? -1 : 1)).slice(0, TERMS);
    const isQuestion = !search.hasLines(text);
    if (isQuestion) {
      /* A word that is in no document may mean one that is. Synonyms of several words are found in the order of the text. */
      chosen.push(...looked.filter((one) => !isKnown(one)).slice(0, TERMS), ...all.filter(isWeak));
      chosen.sort((a, b) => a.place - b.place);
    }
    const out = {
      groups: chosen.map(({ token, term, lines, weight, documents: held }) => ({ label: token, typed: token, term, prefix: "", lines,
        ways: held ? [{ terms: [term], weight }] : [] })),
      notes: [],
    };
    if (isQuestion) await search.otherWords(out);
    /* Weak words are only a part of synonyms of several words. */
    out.groups = out.groups.filter(({ label, ways }) => ways.length || !search.text.isWeak(label));
    return out;
  }

  search.paste = { groups };
})(window.debriefSearch);
