/* The words of a query as groups. A document matches a group by any of its ways, a way by all of its terms. */
(function (search) {
  "use strict";

  const MOST_WORDS = 12;
  const COMPLETIONS = 6;
  const SHORTEST_PREFIX = 3;
  const SHORTEST_TYPO = 4;
  /* Weights of guesses, lower than that of the word that was typed. */
  const BESIDE = 0.4;
  const INSTEAD = 0.9;
  const TYPO = 0.8;
  const FAR_TYPO = 0.5;
  const SYNONYM = 0.6;
  /* The weight of a weak word. */
  const WEAK = 0.2;
  /* How many terms words and synonyms may have together: a file is loaded for each. */
  const MOST_TERMS = 20;
  /* A word that more than these documents and more than one in ten have finds enough by itself. */
  const FEW = 10;

  const letters = (token) => /^\p{Alphabetic}+$/u.test(token);
  const long = (token, least) => Array.from(token).length >= least;
  const isStrong = ({ label }) => !search.text.isWeak(label);
  const holds = async (term) => Boolean(await search.files.term(term));

  /* {groups, notes}; with `open` the last word may be incomplete. */
  async function groups(text, open) {
    const out = { groups: [], notes: [] };
    const items = parts(text, open);
    await search.files.learn(items.flatMap((item) => [item.token, ...item.leaves]));
    /* Loads the files of all words in parallel. */
    await Promise.all(items.map((item) => holds(search.text.stem(item.token))));
    for (const item of items) {
      const made = item.leaves.length ? await identifier(item) : [await word(item)];
      made.forEach((group) => {
        if (out.groups.length < MOST_WORDS && !out.groups.some((other) => other.label === group.label)) out.groups.push(group);
      });
    }
    if (!out.groups.length && text.trim()) out.notes.push({ nothing: search.text.holdsWord(text) ? "common" : "none" });
    await otherWords(out);
    return out;
  }

  /* The words and identifiers of a text: [{token, leaves, typed, open}]. */
  function parts(text, open) {
    const out = [];
    const runs = search.text.runs(text);
    runs.forEach((run, at) => {
      const first = out.length;
      search.text.tokens(run.text, (token, place) => {
        if (place === "whole") out.push({ token, leaves: [], typed: run.text, open: false });
        else if (place === "leaf" && out.length > first && !search.text.isStop(token)) out[out.length - 1].leaves.push(token);
      });
      const ends = open && at === runs.length - 1 && run.end === text.length;
      if (ends && out.length > first) out[out.length - 1].open = true;
    });
    return out.filter((item) => item.leaves.length || !search.text.isStop(item.token));
  }

  function add(ways, term, weight) {
    if (!ways.some((way) => way.terms[0] === term)) ways.push({ terms: [term], weight });
  }

  const group = (item, ways) => ({ label: item.token, typed: item.typed, ways, prefix: item.open ? item.token : "" });

  async function word(item) {
    const { token } = item;
    const stem = search.text.stem(token);
    const ways = await holds(stem) ? [{ terms: [stem], weight: search.text.isWeak(token) ? WEAK : 1 }] : [];
    if (item.open && long(token, SHORTEST_PREFIX)) {
      const weight = ways.length ? BESIDE : INSTEAD;
      (await completions(token)).forEach((found) => add(ways, search.text.stem(found.text), weight));
    }
    return { ...group(item, ways), term: stem };
  }

  /* The most common words, or otherwise terms, that begin with `token`. */
  async function completions(token) {
    const all = letters(token) ? (await search.files.words(token)).filter(({ text }) => text.startsWith(token) && text !== token)
      : await search.files.beginning(token);
    const rank = (a, b) => b.documents - a.documents || a.text.length - b.text.length || (a.text < b.text ? -1 : 1);
    return all.slice().sort(rank).slice(0, COMPLETIONS);
  }

  /* An identifier is searched as a whole if the library contains it, otherwise by its parts. */
  async function identifier(item) {
    const { token, leaves } = item;
    const term = search.text.stem(token);
    const ways = await holds(term) ? [{ terms: [term], weight: 1 }] : [];
    if (item.open) {
      const weight = ways.length ? BESIDE : INSTEAD;
      (await completions(token)).forEach((found) => add(ways, search.text.stem(found.text), weight));
    }
    if (ways.length) return [group(item, ways)];
    return Promise.all(leaves.map((leaf, k) => word({ token: leaf, typed: leaf, leaves: [], open: item.open && k === leaves.length - 1 })));
  }

  /* Adds the synonyms of words. To a word that no document has, neither itself nor by a synonym, adds those that may have been meant. */
  async function otherWords(out) {
    await synonyms(out);
    const unknown = out.groups.filter(({ label, ways }) => !ways.length && letters(label) && long(label, SHORTEST_TYPO)).filter(isStrong);
    const candidates = await Promise.all(unknown.map(({ label }) => search.files.words(label)));
    for (const [k, { label, typed, ways }] of unknown.entries()) {
      /* A paste learns the terms of a few first letters only; now that of this word is known. */
      const own = search.text.stem(label);
      if (await holds(own)) {
        add(ways, own, 1);
        continue;
      }
      const near = search.near.nearest(label, candidates[k]);
      near.forEach((found) => add(ways, search.text.stem(found.text), found.distance > 1 ? FAR_TYPO : TYPO));
      if (near.length) out.notes.push({ instead: near[0].text, typed });
    }
  }

  /* Adds the synonyms of words, those of the rarest first, and a note that names them. */
  async function synonyms(out) {
    let left = MOST_TERMS - out.groups.filter(isStrong).length;
    const fits = ({ terms }) => {
      const yes = terms.length <= left;
      if (yes) left -= terms.length;
      return yes;
    };
    const found = (await said(out.groups)).sort((a, b) => a.documents - b.documents).filter(fits).sort((a, b) => a.at - b.at);
    for (const { at, words, text, terms } of found) {
      for (const { ways } of out.groups.slice(at, at + words)) ways.push({ terms, weight: SYNONYM, phrase: /\s/.test(text) ? text : "" });
    }
    if (found.length) out.notes.push({ also: Array.from(new Set(found.map(({ text }) => text))) });
  }

  /* The synonyms of all words that are neither weak nor common, in the order of the query. */
  async function said(groups) {
    const { documents: total } = await search.files.manifest();
    const sets = await Promise.all(groups.map(({ term }) => synonymSets(term)));
    const out = [];
    for (const [at, of] of sets.entries()) {
      const known = [];
      for (const set of of) {
        const own = set.find(({ terms }) => terms.every((term, k) => groups[at + k] && groups[at + k].term === term));
        if (!own) continue;
        /* `out of memory` begins with a weak word; one that has no other is not looked for. */
        const documents = Math.min(...await Promise.all(groups.slice(at, at + own.terms.length).filter(isStrong).map(({ term }) => spread(term))));
        if (documents > FEW && documents * 10 > total) continue;
        for (const { text, terms } of await learned(set)) {
          const key = terms.join(" ");
          /* `connection pool` is found by `pool` anyway. */
          if (own.terms.every((term) => terms.includes(term)) || known.includes(key)) continue;
          known.push(key);
          out.push({ documents, at, words: own.terms.length, text, terms });
        }
      }
    }
    return out;
  }

  /* In how many documents a term is. */
  async function spread(term) {
    const fields = await search.files.term(term);
    return fields ? search.files.spread(fields) : 0;
  }

  /* The ways of a set that the library has; the terms of their words may have to be loaded first. */
  async function learned(set) {
    const here = set.filter((way) => way.here);
    if (!search.text.hasForms()) return here;
    const tokens = [];
    here.forEach(({ text }) => search.text.tokens(text, (token) => tokens.push(token)));
    await search.files.learn(tokens);
    return here.map(({ text }) => ({ text, terms: search.text.analyze(text) })).filter(({ terms }) => terms.length);
  }

  /* The sets of synonyms of which one may begin with a term; an identifier has none. */
  async function synonymSets(term) {
    const listed = term ? await search.files.synonyms(term) : [];
    const way = (here) => (text) => ({ text, here, terms: search.text.analyze(text) });
    return listed.map(({ here, others }) => here.map(way(true)).concat(others.map(way(false))).filter(({ terms }) => terms.length));
  }

  search.groups = groups;
  search.otherWords = otherWords;
})(window.debriefSearch);
