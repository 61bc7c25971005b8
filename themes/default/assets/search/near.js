/* Words that are similar to a mistyped one. */
(function (search) {
  "use strict";

  /* Damerau-Levenshtein distance (optimal string alignment), abandoned beyond the limit. */
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        if (cost < least) least = cost;
      }
      if (least > limit) return limit + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  }

  /* The nearest of [{text, documents, name}] with the same first letter within one edit, or two for eight letters and more: names
   * of services and tags first, then the nearest, then those that are not shorter, because a letter is left out more often than
   * added, then the most common. Four at most, each with its distance. */
  function nearest(word, candidates) {
    const all = Array.from(word);
    const limit = all.length < 4 ? 0 : all.length < 8 ? 1 : 2;
    const found = [];
    for (const candidate of candidates) {
      const letters = Array.from(candidate.text);
      if (letters[0] !== all[0]) continue;
      const d = distance(all, letters, limit);
      if (d > 0 && d <= limit) found.push({ ...candidate, distance: d, shorter: letters.length < all.length });
    }
    const rank = (a, b) => Number(Boolean(b.name)) - Number(Boolean(a.name)) || a.distance - b.distance
      || Number(a.shorter) - Number(b.shorter) || (b.documents || 0) - (a.documents || 0) || (a.text < b.text ? -1 : 1);
    return found.sort(rank).slice(0, 4);
  }

  /* Suggestions if no word is near enough: at most four words within three edits that begin alike. */
  function around(word, candidates) {
    const limit = Math.min(3, Math.floor(Array.from(word).length / 2));
    const begins = Array.from(word).slice(0, 2).join("");
    const found = candidates.filter(({ text }) => text.startsWith(begins)).map((candidate) => ({ ...candidate,
      distance: distance(Array.from(word), Array.from(candidate.text), limit) })).filter((candidate) => candidate.distance <= limit);
    const rank = (a, b) => a.distance - b.distance || b.documents - a.documents || (a.text < b.text ? -1 : 1);
    return found.sort(rank).slice(0, 4).map(({ text }) => text);
  }

  search.near = { around, nearest };
})(window.debriefSearch);
