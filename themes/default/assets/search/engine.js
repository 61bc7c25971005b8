/* Queries: what is typed into words and filters, words into ranked pages, pages into counts and excerpts.
 *
 * Scores are elasticlunr's, asked a word and a field at a time: its own AND wants all words in one field, and its sum over
 * fields lets one rare word in a short title beat a page that holds every word. So words are joined here: first the
 * pages that match all of them, in any field, then those that match some.
 */
(function (search) {
  "use strict";

  const BOOSTS = { title: 5, learnings: 3, meta: 2, body: 1 };
  const MOST_LETTERS = 200;
  const MOST_WORDS = 12;
  /* elasticlunr gives a completed word at most .15 of its score: right beside the word itself, too little alone. */
  const COMPLETION = 5;
  /* The parts of a known identifier, without the identifier: worth showing, below it. */
  const PARTS_ONLY = 0.2;
  const EXCERPT = 240;

  let loaded = null;
  let index = null;
  let scores = new Map();
  let lexicon = null;

  /* ---- what was loaded ---- */

  function cards(raw) {
    if (loaded) return loaded;
    const facets = raw.facets.map(([key, label, values]) => ({
      key,
      label,
      values: values.map(([valueKey, valueLabel]) => ({ key: valueKey, label: valueLabel })),
      places: new Map(values.map(([valueKey], place) => [valueKey, place])),
    }));
    const documents = raw.documents.map(([title, url, happened, lesson, date, dateWords, values], number) => (
      { number, title, url, happened, lesson, date, dateWords, values }));
    const newest = documents.slice().sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.number - b.number));
    newest.forEach((document, age) => { document.age = age; });
    loaded = { facets, documents, newest };
    return loaded;
  }

  function open(json) {
    if (!index) index = window.elasticlunr.Index.load(JSON.parse(json));
    return index;
  }

  /* ---- what is typed ---- */

  const facetOf = (name) => loaded.facets.find((facet) => facet.key === name);

  /* A facet value by its key or its label, case and hyphens aside. */
  function valueOf(facet, typed) {
    const plain = (text) => search.text.fold(text).toLowerCase().replace(/[-_\s]+/g, "");
    return facet.values.find((value) => plain(value.key) === plain(typed) || plain(value.label) === plain(typed));
  }

  /* `timeout severity:sev1 after:2026-01` into its words, its filters and what could not be understood. */
  function parse(query) {
    const out = { text: "", filters: {}, after: "", before: "", problems: [] };
    const pattern = /(^|\s)(severity|kind|service|tag|year|after|before):("[^"]*"|\S+)/gi;
    out.text = query.slice(0, MOST_LETTERS).replace(pattern, (all, space, name, quoted) => {
      const key = name.toLowerCase();
      const typed = quoted.replace(/"/g, "");
      if (key === "after" || key === "before") {
        if (/^\d{4}(-\d{2}){0,2}$/.test(typed)) out[key] = typed;
        else out.problems.push("Write " + key + ": with a year, a month or a day, as in " + key + ":2026-01.");
        return " ";
      }
      const facet = facetOf(key);
      for (const one of typed.split(",").filter(Boolean)) {
        const value = facet && valueOf(facet, one);
        if (value) (out.filters[key] = out.filters[key] || []).push(value.key);
        else out.problems.push("No " + key + " is called \u201c" + one + "\u201d." + hint(facet, one));
      }
      return " ";
    }).replace(/\s+/g, " ").replace(/^ /, "");
    return out;
  }

  function hint(facet, typed) {
    const near = facet && nearest(typed.toLowerCase(), facet.values.map((value) => value.key));
    return near ? " Did you mean " + facet.key + ":" + near + "?" : "";
  }

  /* The words of a text as groups; a page matches a group by any of its ways, a way by all of its terms. */
  function groups(text) {
    const out = [];
    const add = (group) => { if (out.length < MOST_WORDS && !out.some((other) => other.label === group.label)) out.push(group); };
    const word = (token, open, typed) => {
      if (search.text.stop(token) === undefined) return;
      const stem = search.text.stem(token);
      const ways = [{ terms: [stem], weight: 1 }];
      if (open && Array.from(token).length > 1) ways.push(completion(token, stem));
      add({ label: token, typed, ways, prefix: open ? token : "" });
    };
    const runs = search.text.runs(text);
    runs.forEach((run, at) => {
      const open = at === runs.length - 1 && run.end === text.length;
      const wholes = [];
      search.text.tokens(run.text, (token, place) => {
        if (place === "whole") wholes.push({ token, leaves: [] });
        else if (place === "leaf" && wholes.length && search.text.stop(token)) wholes[wholes.length - 1].leaves.push(token);
      });
      wholes.forEach(({ token, leaves }, k) => {
        const last = open && k === wholes.length - 1;
        if (!leaves.length) {
          word(token, last, run.text);
        } else if (known(token) || (last && scoreOf(token, true).size)) {
          const ways = [{ terms: [token], weight: 1 }];
          if (last) ways.push({ terms: [token], weight: COMPLETION, expand: true });
          if (leaves.length > 1) ways.push({ terms: leaves.map(search.text.stem), weight: PARTS_ONLY, partial: true });
          add({ label: token, typed: run.text, ways, prefix: last ? token : "" });
        } else {
          leaves.forEach((leaf, i) => word(leaf, last && i === leaves.length - 1, leaf));
        }
      });
    });
    return out;
  }

  /* The index holds stems, so a word that is half typed may have outgrown its own: "connectio" is after "connect". */
  function completion(token, stem) {
    if (!known(stem) && !scoreOf(token, true).size) {
      for (let length = token.length - 1; length >= 4 && length * 2 >= token.length; length -= 1) {
        if (known(token.slice(0, length))) return { terms: [token.slice(0, length)], weight: 1 };
      }
    }
    return { terms: [token], weight: known(stem) ? 1 : COMPLETION, expand: true };
  }

  /* ---- scores ---- */

  const known = (term) => Object.keys(BOOSTS).some((field) => index.index[field].getDocFreq(term) > 0);

  /* Number of a page to score, over all fields. */
  function scoreOf(term, expand) {
    const key = (expand ? "*" : "=") + term;
    if (scores.has(key)) return scores.get(key);
    const out = new Map();
    for (const field of Object.keys(BOOSTS)) {
      const found = index.fieldSearch([term], field, { [field]: { boost: 1, bool: "OR", expand } });
      for (const ref of Object.keys(found)) out.set(+ref, (out.get(+ref) || 0) + found[ref] * BOOSTS[field]);
    }
    if (scores.size > 200) scores = new Map();
    scores.set(key, out);
    return out;
  }

  function scoreGroup(group) {
    const out = new Map();
    for (const way of group.ways) {
      const found = way.terms.map((term) => scoreOf(term, Boolean(way.expand)));
      for (const number of found[0].keys()) {
        if (!found.every((map) => map.has(number))) continue;
        const score = way.weight * found.reduce((sum, map) => sum + map.get(number), 0);
        const before = out.get(number);
        if (before && !before.partial && before.score >= score) continue;
        if (before && way.partial) continue;
        out.set(number, { score, partial: Boolean(way.partial) });
      }
    }
    return out;
  }

  /* All pages that match a word, with `all` set on those that match every one. */
  function match(list) {
    const hits = new Map();
    for (const group of list) {
      for (const [number, found] of scoreGroup(group)) {
        const hit = hits.get(number) || { document: loaded.documents[number], score: 0, matched: 0 };
        hit.score += found.score;
        hit.matched += found.partial ? 0.5 : 1;
        hits.set(number, hit);
      }
    }
    for (const hit of hits.values()) {
      hit.all = hit.matched === list.length;
      hit.score *= hit.matched / list.length;
    }
    return Array.from(hits.values());
  }

  const spoken = (text) => search.text.analyze(text).join(" ");

  /* Best first. A title that says just this comes before all, one that holds the words as a phrase is doubled; scores
   * within a hundredth of each other go by date. */
  function rank(hits, text) {
    hits.sort((a, b) => b.all - a.all || b.score - a.score || a.document.age - b.document.age);
    const phrase = spoken(text);
    for (const hit of hits.slice(0, 50)) {
      const title = spoken(hit.document.title);
      if (title === phrase) hit.score += 1e6;
      else if ((" " + title + " ").includes(" " + phrase + " ")) hit.score *= 2;
    }
    const best = Math.min(hits.reduce((most, hit) => Math.max(most, hit.score), 0), 1e5) || 1;
    hits.forEach((hit) => { hit.step = Math.round(100 * hit.score / best); });
    return hits.sort((a, b) => b.all - a.all || b.step - a.step || a.document.age - b.document.age);
  }

  const SORTS = {
    newest: (a, b) => a.document.age - b.document.age,
    severity: (a, b) => severity(a.document) - severity(b.document) || a.document.age - b.document.age,
  };
  const severity = (document) => {
    const [first] = document.values[loaded.facets.findIndex((facet) => facet.key === "severity")] || [];
    return first === undefined ? 1e6 : first;
  };

  /* ---- the answer ---- */

  /* ask: {query, filters: {key: [value key]}, after, before, sort}. Needs `open` only if there are words in it. */
  function find(ask) {
    const typed = parse(ask.query);
    const filters = loaded.facets.map((facet) => {
      const keys = (ask.filters && ask.filters[facet.key] || []).concat(typed.filters[facet.key] || []);
      return new Set(keys.map((key) => facet.places.get(key)).filter((place) => place !== undefined));
    });
    const after = typed.after || ask.after || "";
    const before = typed.before || ask.before || "";
    const list = typed.text && index ? groups(typed.text) : [];
    const hits = list.length ? rank(match(list), typed.text)
      : loaded.newest.map((document) => ({ document, all: true, score: 0 }));
    if (SORTS[ask.sort]) hits.sort((a, b) => b.all - a.all || SORTS[ask.sort](a, b));

    /* A value's count is what the list would hold with it: every filter applied but those of its own facet. */
    const anyAll = hits.some((hit) => hit.all);
    const counts = loaded.facets.map((facet) => new Array(facet.values.length).fill(0));
    const all = [];
    const some = [];
    for (const hit of hits) {
      const { date, values } = hit.document;
      if ((after && !(date >= after)) || (before && !(date && date < before))) continue;
      const failed = filters.filter((wanted, f) => wanted.size && !values[f].some((place) => wanted.has(place))).length;
      if (failed === 0) (hit.all ? all : some).push(hit);
      if (anyAll && !hit.all) continue;
      loaded.facets.forEach((facet, f) => {
        const fails = filters[f].size && !values[f].some((place) => filters[f].has(place));
        if (failed === 0 || (failed === 1 && fails)) values[f].forEach((place) => { counts[f][place] += 1; });
      });
    }
    return {
      text: typed.text, typed, after, before, filters, counts, all, some,
      words: list.length, problems: typed.problems, suggestion: suggest(list, ask.query), ...wanted(list),
    };
  }

  /* The terms to mark, each with its weight, and the word still being typed. */
  function wanted(list) {
    const terms = new Map();
    let prefix = "";
    for (const group of list) {
      for (const way of group.ways) {
        if (way.expand) prefix = search.text.fold(group.prefix).toLowerCase();
        else if (!way.partial) way.terms.forEach((term) => terms.set(term, index.idf(term, "body")));
      }
    }
    return { terms, prefix };
  }

  /* ---- near words ---- */

  function suggest(list, query) {
    let out = query;
    for (const group of list) {
      if (scoreGroup(group).size || !/^[\p{L}\p{N}_-]{4,}$/u.test(group.label)) continue;
      const near = nearest(group.label, words());
      if (near) out = out.replace(group.typed, near);
    }
    return out === query ? "" : out;
  }

  /* The words of titles, lessons and labels, as they are written, commonest first. */
  function words() {
    if (lexicon) return lexicon;
    const counts = new Map();
    const add = (text) => search.text.tokens(text, (token) => counts.set(token, (counts.get(token) || 0) + 1));
    loaded.documents.forEach((document) => { add(document.title); add(document.happened); add(document.lesson); });
    loaded.facets.forEach((facet) => facet.values.forEach((value) => add(value.label)));
    lexicon = Array.from(counts.keys()).filter((token) => token.length > 3)
      .sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    return lexicon;
  }

  /* The first of the nearest candidates within one edit, two for eight letters and more. */
  function nearest(word, candidates) {
    let limit = word.length < 3 ? 0 : word.length < 8 ? 1 : 2;
    let best = "";
    for (const candidate of candidates) {
      const d = distance(word, candidate, limit);
      if (d > limit || d === 0) continue;
      best = candidate;
      limit = d - 1;
      if (limit === 0) break;
    }
    return best;
  }

  /* Damerau-Levenshtein, neighbours swapped once, given up beyond the limit. */
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
      }
      if (Math.min(...next) > limit) return limit + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  }

  /* ---- excerpts ---- */

  /* The section that tells most of what was asked, and the stretch of it to show; null if only the card matches. */
  function excerpt(sections, answer) {
    let best = null;
    for (const [anchor, heading, text] of sections) {
      const hits = search.text.find(text, answer.terms, answer.prefix);
      const score = weigh(hits.concat(search.text.find(heading, answer.terms, answer.prefix)), answer);
      if (score > 0 && (!best || score > best.score)) best = { anchor, heading, text, hits, score };
    }
    if (!best) return null;
    const [start, end] = stretch(best, answer);
    const hits = best.hits.filter((hit) => hit.start >= start && hit.end <= end)
      .map((hit) => ({ start: hit.start - start, end: hit.end - start }));
    return {
      anchor: best.anchor, heading: best.heading, hits,
      text: best.text.slice(start, end), cutBefore: start > 0, cutAfter: end < best.text.length,
    };
  }

  function weigh(hits, answer) {
    const seen = new Set(hits.map((hit) => hit.term));
    let sum = 0;
    seen.forEach((term) => { sum += answer.terms.get(term) || 2; });
    return sum;
  }

  function stretch({ text, hits }, answer) {
    let from = 0;
    let most = -1;
    hits.forEach((hit, at) => {
      let to = at;
      while (to < hits.length && hits[to].end <= hit.start + EXCERPT * 0.7) to += 1;
      const score = weigh(hits.slice(at, to), answer);
      if (score > most) [from, most] = [hit.start, score];
    });
    let start = Math.max(0, from - 60);
    if (start > 0) {
      const lead = text.slice(start, from);
      const sentence = Math.max(lead.lastIndexOf(". "), lead.lastIndexOf("\n"));
      const space = lead.search(/\s/);
      start += sentence >= 0 ? sentence + (lead[sentence] === "." ? 2 : 1) : space + 1;
    }
    let end = Math.min(text.length, start + EXCERPT);
    if (end < text.length) {
      const space = text.lastIndexOf(" ", end);
      if (space > start + EXCERPT / 2) end = space;
    }
    return [start, end];
  }

  search.engine = { cards, open, parse, find, excerpt, facetOf };
})(window.debriefSearch);
