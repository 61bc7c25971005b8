/* Parses a query into words, phrases, filters and problems. */
(function (search) {
  "use strict";

  const MOST_LETTERS = 200;
  const MOST_PASTED = 20000;
  const MOST_WORDS = 12;

  const plain = (text) => search.text.fold(text).toLowerCase().replace(/[-_\s]+/g, "");

  /* Finds a facet value by its key or its label, ignoring case and hyphens. */
  const valueNamed = (facet, typed) => facet.values.find((value) => plain(value.key) === plain(typed) || plain(value.label) === plain(typed));

  /* A text of several lines or more than a dozen words is treated as a paste. */
  const isPaste = (query) => search.hasLines(query) || Array.from(query).length > MOST_LETTERS || query.split(/\s+/).filter(Boolean).length > MOST_WORDS;

  /* `timeout "lost quorum" severity:sev1 -kind:drill after:2026-01`. */
  async function parse(query) {
    const out = { text: "", phrases: [], filters: {}, without: {}, after: "", before: "", problems: [], paste: false };
    if (isPaste(query)) return { ...out, text: Array.from(query).slice(0, MOST_PASTED).join(""), paste: true };
    const { facets } = await search.files.manifest();
    const keys = facets.map(([key]) => key);
    const pattern = new RegExp("(^|\\s)(-?)(" + keys.concat("after", "before").join("|") + "):(\"[^\"]*\"|\\S+)", "gi");
    const found = Array.from(query.matchAll(pattern));
    for (const [, , minus, name, quoted] of found) {
      await filter(out, name.toLowerCase(), quoted.replace(/"/g, ""), minus === "-");
    }
    const words = query.replace(pattern, " ").replace(/"([^"]+)"/g, (_, phrase) => {
      /* Common words are not indexed, but count in a phrase. */
      const terms = search.text.analyze(phrase).length;
      if (terms > 1 || (terms === 1 && /\S\s+\S/.test(phrase))) out.phrases.push(phrase);
      return " " + phrase + " . ";
    });
    out.text = words.replace(/"/g, " ").replace(/\s+/g, " ").replace(/^ /, "");
    return out;
  }

  async function filter(out, key, typed, minus) {
    if (key === "after" || key === "before") {
      if (/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(typed) && !minus) out[key] = typed;
      else out.problems.push("Write " + key + ": with a year, a month or a day, as in " + key + ":2026-01.");
      return;
    }
    const facet = await search.files.facet(key);
    for (const one of typed.split(",").filter(Boolean)) {
      const value = valueNamed(facet, one);
      const into = minus ? out.without : out.filters;
      if (value) into[key] = (into[key] || []).concat(value.key);
      /* To leave out a value that nothing has changes nothing, so only a likely typing error is said. */
      else if (!minus || hint(facet, one)) out.problems.push("No " + key + " is called \u201c" + one + "\u201d, so nothing is filtered by it." + hint(facet, one));
    }
  }

  function hint(facet, typed) {
    const [near] = search.near.nearest(typed.toLowerCase(), facet.values.map((value) => ({ text: value.key })));
    return near ? " Did you mean " + facet.key + ":" + near.text + "?" : "";
  }

  search.query = { parse, isPaste };
})(window.debriefSearch);
