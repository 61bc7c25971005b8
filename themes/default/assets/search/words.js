/* Splits text into words like src/search/words.rs and language.rs; a browser test compares both. */
(function (search) {
  "use strict";

  const ENGLISH = new Set(("a an and are as at be been but by for from had has have he her his i if in into is its of on or our " +
    "she so such than that the their then there these they this to was we were which while will with would you your").split(" "));
  /* Words that count little in a query; `src/search/weak.rs` has the same. */
  const WEAK = new Set((
    "about above across after again against ago all almost already also although always am among another any anybody anyone anything anywhere " +
    "apart around away back became because become before began behind being believe believed believes below besides between beyond both bring " +
    "brought came cannot come comes could did different do does doing done dont during each either else enough even ever every everybody " +
    "everyone everything everywhere few further gave get gets getting give given gives goes going gone got half having hence here him how " +
    "however instead itself just kept knew know known knows later less let like little long look looked looking lot lots made make makes " +
    "making many may maybe me mean means meant might mine more most much must my myself never nobody none nor nothing now often once " +
    "one ones only onto other others otherwise ours out over own perhaps put puts putting quite rather really said same saw say says see seem " +
    "seemed seems seen several shall should show showed shown shows since some somebody somehow someone something sometimes somewhere soon " +
    "still take taken takes taking tell theirs them themselves therefore thing things think those though thought through thus together told " +
    "too took toward towards tried try until up upon use uses using usual usually very want wanted wants way ways well went what " +
    "whatever when whenever where whether who whole whom whose why within without yet").split(" "));
  const LONGEST = 64;
  const CJK = /[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{2ffff}]/u;
  const ALNUM = /[\p{Alphabetic}\p{N}_]/u;
  const UPPER = /\p{Uppercase}/u;
  const LOWER = /\p{Lowercase}/u;
  const JOINER = /[-./:@+#&'\u2019]/;
  const LEVELS = [/[/:@+#&]/, /\./, /[-_]/];
  /* The same runs in the original text, including combining marks, for finding their positions. */
  const RUN = /[\p{Alphabetic}\p{N}\p{M}_]+(?:[-./:@+#&'\u2019][\p{Alphabetic}\p{N}\p{M}_]+)*/gu;
  const PIECE = /[\p{Alphabetic}\p{N}\p{M}]+/gu;

  const fold = (text) => /^\p{ASCII}*$/u.test(text) ? text : text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  const isCjk = (c) => c !== undefined && CJK.test(c);
  const isWord = (c) => c !== undefined && ALNUM.test(c) && !CJK.test(c);
  /* Each letter separately, so that a final sigma is treated like any other. */
  const lower = (text) => Array.from(text, (c) => c.toLowerCase()).join("");

  /* Whether a token is the status of an HTTP answer that says an error, such as `503`. */
  const isErrorStatus = (token) => /^(?:4(?:[0-2]\d|3[01]|51|99)|5(?:0\d|1[01]|2\d|30))$/.test(token);

  /* Whether a part is indexed: not a single letter or a number of at most two digits. */
  const telling = (part) => part.length > 1 && !(part.length < 3 && part.every((c) => /[0-9]/.test(c)));

  /* Calls emit(token, place): "whole" for a whole run, "compound" or "leaf" for parts of it. */
  function tokens(text, emit) {
    const chars = Array.from(fold(text));
    let at = 0;
    while (at < chars.length) {
      const start = at;
      if (isCjk(chars[at])) {
        while (isCjk(chars[at])) at += 1;
        if (at - start === 1) emit(chars[start], "whole");
        for (let k = start; k + 1 < at; k += 1) emit(chars[k] + chars[k + 1], "whole");
      } else if (isWord(chars[at])) {
        while (isWord(chars[at]) || (chars[at] !== undefined && JOINER.test(chars[at]) && isWord(chars[at + 1]))) at += 1;
        divide(bare(chars.slice(start, at)), 0, "whole", emit);
      } else {
        at += 1;
      }
    }
  }

  function bare(run) {
    let from = 0;
    let to = run.length;
    while (from < to && run[from] === "_") from += 1;
    while (to > from && run[to - 1] === "_") to -= 1;
    const text = run.slice(from, to);
    const owner = text.length >= 2 && /['\u2019]/.test(text[text.length - 2]) && /s/i.test(text[text.length - 1]);
    return (owner ? text.slice(0, -2) : text).filter((c) => c !== "'" && c !== "\u2019");
  }

  function divide(run, level, place, emit) {
    const say = (part, where) => { if (part.length <= LONGEST) emit(lower(part), where); };
    const inside = place === "whole" ? "whole" : "compound";
    if (level === LEVELS.length) {
      if (place === "whole" || telling(run)) say(run, place);
      return;
    }
    if (level === 1 && /^v$/i.test(run[0]) && run.length > 1 && /[0-9]/.test(run[1])) {
      /* A version is the same with and without its letter. */
      say(run, inside);
      if (telling(run.slice(1))) say(run.slice(1), "leaf");
      return;
    }
    const found = parts(run, level);
    if (found.length === 1) {
      divide(found[0], level + 1, place, emit);
    } else if (found.length) {
      say(run, inside);
      found.forEach((part) => divide(part, level + 1, "leaf", emit));
    }
  }

  function parts(run, level) {
    const found = [];
    let part = [];
    const close = () => {
      if (part.length) found.push(part);
      part = [];
    };
    run.forEach((c, at) => {
      if (LEVELS[level].test(c)) {
        close();
        return;
      }
      if (level === 2 && part.length && UPPER.test(c)) {
        const before = run[at - 1];
        const after = run[at + 1];
        const inPart = after !== undefined && !LEVELS[level].test(after);
        if (LOWER.test(before) || (UPPER.test(before) && inPart && LOWER.test(after))) close();
      }
      part.push(c);
    });
    close();
    return found;
  }

  const WRITTEN = /^\p{Alphabetic}{3,}$/u;
  const SHORTEST = 4;
  let language = "english";
  /* For a language without a stemmer here: the data of the files of words loaded so far. */
  let forms = { stop: new Set(), endings: new Set(), terms: new Map(), stems: new Set() };
  const known = new Map();

  const isWritten = (token) => WRITTEN.test(token) && !isStop(token);
  const hasForms = () => language !== "english" && language !== "other";
  /* Whether a word counts little in a query. */
  const isWeak = (token) => language === "english" && WEAK.has(token);
  const isStop = (token) => (language === "english" ? ENGLISH : forms.stop).has(token);

  function speak(manifest) {
    language = manifest.language;
    forms = { stop: new Set(manifest.stop), endings: new Set(manifest.endings), terms: new Map(), stems: new Set() };
    known.clear();
  }

  /* Adds the words of a file: [{text, term, guessed}]; `guessed` means that the term may be guessed for other words. */
  function learn(words) {
    if (!hasForms()) return;
    for (const { text, term, guessed } of words) {
      forms.terms.set(text, term);
      if (guessed) forms.stems.add(term);
    }
    known.clear();
  }

  function stem(token) {
    if (language === "english") return search.stem(token);
    return hasForms() ? termOf(token) : token;
  }

  /* The term from a file, or else the longest known term of which the rest is a known ending, as in src/search/forms.rs. */
  function termOf(token) {
    if (!isWritten(token)) return token;
    const told = forms.terms.get(token);
    if (told !== undefined) return told;
    const chars = Array.from(token);
    for (let at = chars.length - 1; at >= SHORTEST; at -= 1) {
      const begins = chars.slice(0, at).join("");
      if (forms.stems.has(begins) && forms.endings.has(chars.slice(at).join(""))) return begins;
    }
    return token;
  }

  function analyze(text) {
    const cached = known.get(text);
    if (cached) return cached;
    const out = [];
    tokens(text, (token) => { if (!isStop(token)) out.push(stem(token)); });
    if (text.length < 40) {
      if (known.size > 20000) known.clear();
      known.set(text, out);
    }
    return out;
  }

  /* Whether there is any word in a text, however common. */
  function holdsWord(text) {
    let is = false;
    tokens(text, () => { is = true; });
    return is;
  }

  /* The runs of a text with their places: [{start, end, text}]. */
  const runs = (text) => Array.from(text.matchAll(RUN), (m) => ({ start: m.index, end: m.index + m[0].length, text: m[0] }));

  /* The positions of wanted words in a text: [{start, end, term}], in order, not overlapping. `prefix` is the word that is still
   * being typed; a term that `beside` has counts only next to one of its terms. */
  function find(text, { terms: wanted, prefix, beside }) {
    const out = [];
    const match = (piece) => {
      const term = analyze(piece).find((token) => wanted.has(token));
      if (term !== undefined) return term;
      return prefix && fold(piece).toLowerCase().startsWith(prefix) ? prefix : undefined;
    };
    for (const run of runs(text)) {
      const whole = match(run.text);
      const inside = whole === undefined && !(prefix && run.text.length > prefix.length);
      if (inside) continue;
      if (CJK.test(run.text)) {
        pairsIn(run, wanted, out);
        continue;
      }
      const first = analyze(run.text)[0];
      const pieces = Array.from(run.text.matchAll(PIECE));
      if (whole !== undefined && (pieces.length === 1 || whole === first)) {
        out.push({ start: run.start, end: run.end, term: whole });
        continue;
      }
      const hits = pieces.map((m) => ({ start: run.start + m.index, end: run.start + m.index + m[0].length, term: match(m[0]) }))
        .filter((hit) => hit.term !== undefined);
      if (hits.length) out.push(...hits);
      else if (whole !== undefined) out.push({ start: run.start, end: run.end, term: whole });
    }
    const meets = (hit, a, b) => Boolean(a && b) && beside.get(hit.term).includes((a === hit ? b : a).term) && !analyze(text.slice(a.end, b.start)).length;
    return out.filter((hit, k) => !beside.has(hit.term) || meets(hit, out[k - 1], hit) || meets(hit, hit, out[k + 1]));
  }

  function pairsIn(run, wanted, out) {
    const chars = Array.from(run.text);
    let at = run.start;
    chars.forEach((c, k) => {
      const pair = c + (chars[k + 1] || "");
      const term = wanted.has(pair) ? pair : chars.length === 1 && wanted.has(c) ? c : undefined;
      const last = out[out.length - 1];
      if (term !== undefined) {
        if (last && last.end > at) last.end = at + term.length;
        else out.push({ start: at, end: at + term.length, term });
      }
      at += c.length;
    });
  }

  search.text = { analyze, find, fold, hasForms, holdsWord, isErrorStatus, isStop, isWeak, isWord, isWritten, learn, lower, runs, speak, stem, tokens };
})(window.debriefSearch);
