/* Chooses the excerpt of a document: the section with the best match, and the part of it with most of the words. */
(function (search) {
  "use strict";

  const EXCERPT = 240;

  /* The section that tells most of what was asked, and the stretch of it to show; null if only the card matches. What is `said`
     already above is not said again: its stretch is empty where nothing else of the section was asked. */
  function excerpt(sections, answer, said) {
    let best = null;
    for (const [anchor, heading, text] of sections) {
      const hits = search.text.find(text, answer);
      const score = weigh(hits.concat(search.text.find(heading, answer)), answer);
      if (score > 0 && (!best || score > best.score)) best = { anchor, heading, text, hits, score };
    }
    if (!best) return null;
    const after = lengthSaid(best.text, said || "");
    best.hits = best.hits.filter((hit) => hit.start >= after);
    if (after && !best.hits.length) return { anchor: best.anchor, heading: best.heading, hits: [], text: "", cutBefore: false, cutAfter: false };
    const [start, end] = stretch(best, answer, after);
    const hits = best.hits.filter((hit) => hit.start >= start && hit.end <= end)
      .map((hit) => ({ start: hit.start - start, end: hit.end - start }));
    return {
      anchor: best.anchor, heading: best.heading, hits,
      text: best.text.slice(start, end), cutBefore: start > 0, cutAfter: end < best.text.length,
    };
  }

  /* How much of the beginning of a text is said already. */
  function lengthSaid(text, said) {
    const words = said.replace(/\s*\u2026$/, "");
    return words && text.startsWith(words) ? words.length : 0;
  }

  function weigh(hits, answer) {
    const seen = new Set(hits.map((hit) => hit.term));
    let sum = 0;
    seen.forEach((term) => { sum += answer.terms.get(term) || 2; });
    return sum;
  }

  function stretch({ text, hits }, answer, after) {
    let from = 0;
    let most = -1;
    hits.forEach((hit, at) => {
      let to = at;
      while (to < hits.length && hits[to].end <= hit.start + EXCERPT * 0.7) to += 1;
      const score = weigh(hits.slice(at, to), answer);
      if (score > most) [from, most] = [hit.start, score];
    });
    let start = Math.max(after, from - 60);
    if (start > after) {
      const lead = text.slice(start, from);
      const sentence = Math.max(lead.lastIndexOf(". "), lead.lastIndexOf("\n"));
      const space = lead.search(/\s/);
      start += sentence >= 0 ? sentence + (lead[sentence] === "." ? 2 : 1) : space + 1;
    }
    while (start < from && /\s/.test(text[start])) start += 1;
    let end = Math.min(text.length, start + EXCERPT);
    if (end < text.length) {
      const space = text.lastIndexOf(" ", end);
      if (space > start + EXCERPT / 2) end = space;
    }
    return [start, end];
  }

  search.excerpt = excerpt;
})(window.debriefSearch);
