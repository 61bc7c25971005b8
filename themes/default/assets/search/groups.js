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
  const SYNONYM = 0.5;

  const letters = (token) => /^\p{Alphabetic}+$/u.test(token);
  const long = (token, least) => Array.from(token).length >= least;
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
    const ways = await holds(stem) ? [{ terms: [stem], weight: 1 }] : [];
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
    const unknown = out.groups.filter(({ label, ways }) => !ways.length && letters(label) && long(label, SHORTEST_TYPO));
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

  /* Adds the synonyms of words, and a note that names them. */
  async function synonyms(out) {
    const sets = await synonymSets();
    const also = new Set();
    for (let at = 0; at < out.groups.length; at += 1) {
      for (const set of sets.get(out.groups[at].term) || []) {
        const said = set.find((one) => one.terms.every((term, k) => out.groups[at + k] && out.groups[at + k].term === term)
          && one.terms.length);
        if (!said) continue;
        for (const other of await learned(set)) {
          if (other.terms.join(" ") === said.terms.join(" ") || !(await Promise.all(other.terms.map(holds))).every(Boolean)) continue;
          said.terms.forEach((_, k) => out.groups[at + k].ways.push({ terms: other.terms, weight: SYNONYM, phrase: /\s/.test(other.text) ? other.text : "" }));
          also.add(other.text);
        }
      }
    }
    if (also.size) out.notes.push({ also: Array.from(also) });
  }

  let sets = null;

  /* The ways of a set of synonyms; the terms of their words may have to be loaded first. */
  async function learned(set) {
    if (!search.text.hasForms()) return set;
    const tokens = [];
    set.forEach(({ text }) => search.text.tokens(text, (token) => tokens.push(token)));
    await search.files.learn(tokens);
    return set.map(({ text }) => ({ text, terms: search.text.analyze(text) }));
  }

  /* The sets of synonyms by the first term of each way. */
  async function synonymSets() {
    if (sets && !search.text.hasForms()) return sets;
    const { synonyms: listed } = await search.files.manifest();
    sets = new Map();
    for (const ways of listed) {
      const set = ways.map((text) => ({ text, terms: search.text.analyze(text) })).filter(({ terms }) => terms.length);
      for (const first of new Set(set.map(({ terms }) => terms[0]))) sets.set(first, (sets.get(first) || []).concat([set]));
    }
    return sets;
  }

  search.groups = groups;
  search.otherWords = otherWords;
})(window.debriefSearch);
