/* Words into ranked documents: BM25F over the fields, times the share of the words that match; filters, counts and order. */
(function (search) {
  "use strict";

  const BOOSTS = [5, 3, 2, 1, 0.3];
  const TITLE = 0;
  const BODY = 3;
  const K1 = 2;
  const B = 0.9;
  /* How many titles are compared with the query: those of the results that are shown at first, whose texts are loaded anyway. */
  const TITLES = 5;

  /* ---- scores ---- */

  /* The score of each document for one term. */
  async function scoreTerm(term) {
    const { documents: total, average } = await search.files.manifest();
    const lengths = await search.files.lengths();
    const fields = await search.files.term(term);
    const weights = new Map();
    (fields || []).forEach((held, field) => {
      if (!held) return;
      held[0].forEach((document, k) => {
        const norm = field === BODY ? 1 - B + B * lengths[document] / average : 1;
        weights.set(document, (weights.get(document) || 0) + BOOSTS[field] * held[1][k] / norm);
      });
    });
    const idf = Math.log(1 + (total - weights.size + 0.5) / (weights.size + 0.5));
    for (const [document, weight] of weights) weights.set(document, idf * weight * (K1 + 1) / (weight + K1));
    return { idf, scores: weights };
  }

  /* The score of the best way for each matching document. */
  async function scoreGroup(group, terms) {
    const best = new Map();
    for (const way of group.ways) {
      const found = await Promise.all(way.terms.map(scoreTerm));
      way.terms.forEach((term, k) => terms.set(term, Math.max(terms.get(term) || 0, found[k].idf)));
      const score = (document) => way.weight * found.reduce((sum, { scores }) => sum + scores.get(document), 0) / found.length;
      const better = Array.from(found[0].scores.keys()).filter((document) => found.every(({ scores }) => scores.has(document)))
        .map((document) => [document, score(document)]).filter(([document, scored]) => !(best.get(document) >= scored));
      /* The files of a phrase are loaded only where it can add something. */
      const phrase = way.phrase && better.length ? await (await search.phrasing()).of([way.phrase]) : null;
      better.forEach(([document, scored]) => { if (!phrase || phrase.fits(document)) best.set(document, scored); });
    }
    return best;
  }

  /* All documents that match a needed group: [{number, score, matched}]; the terms with their weights; how many groups are needed. The words of a paste
   * are chosen from many, so that a document with few of them is no worse for it. */
  async function match(groups, isPaste) {
    const terms = new Map();
    const hits = new Map();
    const scored = await Promise.all(groups.map((group) => scoreGroup(group, terms)));
    /* A document with all words needs a weak one only where all are. */
    const strong = groups.map(({ label }) => !search.text.isWeak(label));
    const needed = strong.includes(true) ? strong : strong.map(() => true);
    scored.forEach((scores, k) => scores.forEach((score, number) => {
      const hit = hits.get(number) || { number, score: 0, matched: 0 };
      hit.score += score;
      if (needed[k]) hit.matched += 1;
      hits.set(number, hit);
    }));
    const words = needed.filter(Boolean).length;
    if (!isPaste) hits.forEach((hit) => { hit.score *= hit.matched / words; });
    return { hits: Array.from(hits.values()).filter(({ matched }) => matched), scored, terms, words };
  }

  /* The words of a synonym of several words mean something only together: for each such term the terms that stand beside it. One
   * like `sign in` has a single term, because `in` is not indexed, and nothing beside it. */
  function neighbours(groups) {
    const ways = groups.flatMap((group) => group.ways);
    const isTogether = ({ phrase, terms }) => phrase && terms.length > 1;
    const alone = new Set(ways.filter((way) => !isTogether(way)).flatMap(({ terms }) => terms));
    const out = new Map();
    ways.filter(isTogether).forEach(({ terms }) => terms.forEach((term, k) => {
      if (!alone.has(term)) out.set(term, (out.get(term) || []).concat(terms.filter((_, at) => Math.abs(at - k) === 1)));
    }));
    return out;
  }

  /* ---- filters ---- */

  const day = (text) => {
    const [year, month, date] = text.split("-");
    return Number(year) * 10000 + Number(month || 1) * 100 + Number(date || 1);
  };

  /* For each document how many filters it fails, and which, because the counts of a facet ignore its own filter. */
  async function sieve(wanted, total) {
    const fails = new Uint8Array(total);
    const which = new Int8Array(total).fill(-1);
    const fail = (number, facet) => {
      fails[number] += 1;
      which[number] = facet;
    };
    const keys = Object.keys(wanted.filters).concat(Object.keys(wanted.without));
    const facets = new Map(await Promise.all(keys.map(async (key) => [key, await search.files.facet(key)])));
    Object.keys(wanted.filters).forEach((key, at) => {
      const passes = new Uint8Array(total);
      const facet = facets.get(key);
      if (!facet) return;
      facet.values.filter((value) => wanted.filters[key].includes(value.key)).forEach((value) => value.documents.forEach((n) => { passes[n] = 1; }));
      passes.forEach((passed, number) => { if (!passed) fail(number, at); });
    });
    for (const key of Object.keys(wanted.without)) {
      const values = facets.get(key).values.filter((value) => wanted.without[key].includes(value.key));
      values.forEach((value) => value.documents.forEach((number) => fail(number, 127)));
    }
    if (wanted.after || wanted.before) {
      const days = await search.files.days();
      const from = wanted.after ? day(wanted.after) : 0;
      const to = wanted.before ? day(wanted.before) : Infinity;
      days.forEach((on, number) => { if (!on || on < from || on >= to) fail(number, 127); });
    }
    return { fails, which, keys: Object.keys(wanted.filters) };
  }

  /* How many of the documents have each value, ignoring the filter of the same facet. */
  function count(facet, numbers, { fails, which, keys }) {
    const own = keys.indexOf(facet.key);
    const inside = new Set(numbers);
    const passes = (number) => inside.has(number) && (fails[number] === 0 || (fails[number] === 1 && own >= 0 && which[number] === own));
    return facet.values.map((value) => value.documents.reduce((sum, number) => sum + (passes(number) ? 1 : 0), 0));
  }

  /* ---- an answer ---- */

  const joined = (list, more) => {
    const out = { ...list };
    Object.keys(more).forEach((key) => { out[key] = Array.from(new Set((out[key] || []).concat(more[key]))); });
    return out;
  };

  /* In: {query, filters, after, before, sort, open}. Out: the matching documents in order, counts and notes. */
  async function find(state) {
    const { documents: total } = await search.files.manifest();
    const typed = await search.query.parse(state.query);
    const wanted = {
      filters: joined(state.filters || {}, typed.filters), without: typed.without,
      after: typed.after || state.after || "", before: typed.before || state.before || "",
    };
    const made = typed.paste ? await (await search.pasting()).groups(typed.text) : await search.groups(typed.text, state.open !== false);
    const asked = typed.text.trim() !== "" && typed.text.trim() !== ".";
    const found = made.groups.length ? await match(made.groups, typed.paste) : { hits: [], scored: [], terms: new Map(), words: 0 };
    const hits = asked ? found.hits : Array.from({ length: total }, (_, number) => ({ number, score: 0, matched: 0 }));
    const sieved = await sieve(wanted, total);
    const passing = hits.filter(({ number }) => sieved.fails[number] === 0);
    const { words } = found;
    const phrases = typed.phrases.length ? await (await search.phrasing()).of(typed.phrases) : null;
    const fits = ({ number }) => !phrases || phrases.fits(number);
    const isAll = (hit) => typed.paste || (hit.matched === words && fits(hit));
    let all = passing.filter(isAll);
    let some = passing.filter((hit) => !isAll(hit));
    const order = await sorting(state.sort);
    all.sort(order);
    some.sort(order);
    const answer = {
      ...wanted, typed, words, asked, notes: made.notes, problems: typed.problems, groups: made.groups, terms: found.terms, beside: neighbours(made.groups),
      prefix: made.groups.reduce((prefix, group) => group.prefix || prefix, ""), text: typed.paste ? "" : typed.text.replace(/ \.( |$)/g, " "),
    };
    const without = new Set(phrases ? await phrases.read(all, answer.notes) : []);
    some = [...without, ...some];
    all = await exactFirst(all.filter((hit) => !without.has(hit)), answer);
    const numbers = (all.length ? hits.filter((hit) => isAll(hit) && !without.has(hit)) : hits).map(({ number }) => number);
    return {
      ...answer, all, some, total,
      counts: (facet) => count(facet, numbers, sieved),
      lines: (number) => linesOf(number, made.groups, found.scored),
    };
  }

  /* Best first, newer before older. */
  async function sorting(sort) {
    if (sort === "newest") return (a, b) => b.number - a.number;
    const best = (a, b) => b.score - a.score || b.number - a.number;
    const facet = sort === "severity" && await search.files.facet("severity");
    if (!facet) return best;
    const ranks = new Map(facet.values.flatMap((value, rank) => Array.from(value.documents, (number) => [number, rank])));
    const rank = ({ number }) => (ranks.has(number) ? ranks.get(number) : facet.values.length);
    return (a, b) => rank(a) - rank(b) || b.number - a.number;
  }

  /* Moves a title with the same terms to the front. Only the texts of documents with all words in their title are loaded. */
  async function exactFirst(all, answer) {
    const said = search.text.analyze(answer.text).join(" ");
    if (!said || answer.typed.paste) return all;
    const isTyped = ({ label, ways: [way] }) => way?.terms[0] === search.text.stem(label);
    const asked = answer.groups.map((group) => (isTyped(group) ? search.files.term(group.ways[0].terms[0]) : null));
    const titles = (await Promise.all(asked)).map((fields) => (fields?.[TITLE] ? fields[TITLE][0] : []));
    const first = all.slice(0, TITLES).filter(({ number }) => titles.every((documents) => documents.includes(number)));
    const documents = await Promise.all(first.map(({ number }) => search.files.fragment(number)));
    const exact = first.filter((_, k) => search.text.analyze(documents[k].title).join(" ") === said);
    return exact.length ? exact.concat(all.filter((hit) => !exact.includes(hit))) : all;
  }

  /* The lines of a paste that a document matches, with their words, rarest first. */
  function linesOf(number, groups, scored) {
    const lines = new Map();
    const rarest = groups.map((group, k) => ({ group, scores: scored[k] })).sort((a, b) => a.scores.size - b.scores.size);
    rarest.forEach(({ group, scores }) => {
      if (group.lines && scores.has(number)) group.lines.slice(0, 1).forEach((line) => lines.set(line, (lines.get(line) || []).concat(group.label)));
    });
    return Array.from(lines).sort(([a], [b]) => a - b).map(([line, labels]) => ({ line, words: labels }));
  }

  search.engine = { find };
})(window.debriefSearch);
