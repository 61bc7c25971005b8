/* Elements that the box and the search page share. Text is inserted as text nodes, never as HTML. */
(function (search) {
  "use strict";

  const el = window.debriefDom.make;

  /* A text with its matches in <mark>. */
  function marked(text, hits) {
    const out = [];
    let at = 0;
    for (const hit of hits) {
      if (hit.start > at) out.push(text.slice(at, hit.start));
      out.push(el("mark", {}, text.slice(hit.start, hit.end)));
      at = hit.end;
    }
    if (at < text.length) out.push(text.slice(at));
    return out;
  }

  const markedFor = (text, answer) => marked(text, search.text.find(text, answer));

  /* SEV 1 \u00b7 2 March 2026 \u00b7 Checkout: severity, or else the kind, then when and where. */
  function facts(document) {
    const out = [];
    if (document.severity) {
      const [key, label, role] = document.severity;
      out.push(el("span", { class: "sev sev-" + role, "data-severity": key }, el("span", { class: "glyph glyph-" + role }), label));
    }
    if (document.kind) out.push(el("span", {}, document.kind));
    if (document.dateWords) out.push(el("time", { datetime: document.date }, document.dateWords));
    const services = document.services || [];
    const named = services.slice(0, 2);
    if (services.length > 2) named.push((services.length - 2) + " more");
    if (named.length) out.push(el("span", {}, named.join(", ")));
    return out;
  }

  /* The excerpt of a document as nodes, and where it stands: [anchor, heading, nodes]; null where only its card matches. Where
     the line above it has said all that was found, there is no heading and there are no nodes. */
  function excerpt(document, answer, said) {
    const found = answer.words ? search.excerpt(document.sections, answer, said) : null;
    if (!found) return null;
    if (!found.text) return { anchor: found.anchor, heading: "", nodes: [] };
    const nodes = [found.cutBefore ? "\u2026 " : "", ...marked(found.text, found.hits), found.cutAfter ? " \u2026" : ""];
    return { anchor: found.anchor, heading: found.heading, nodes };
  }

  /* Notes on changed words: corrections, synonyms, phrases that were looked for only in the best documents. */
  function notes(answer) {
    return answer.notes.map((note) => {
      if (note.instead) return "Results for \u201c" + note.instead + "\u201d, because nothing here says \u201c" + note.typed + "\u201d.";
      if (note.nothing === "none") return "There is no word in this to look for. Type an error text, a service or what users saw.";
      if (note.nothing) return "Words this common stand in every text, so they are not looked for. Add one that tells: an error text, a service, what users saw.";
      if (note.also) return "Also looked for: " + note.also.join(", ") + ".";
      return "The phrase was looked for in the " + note.read + " best; of the others, only pairs of its words were compared.";
    });
  }

  const number = (n) => n.toLocaleString("en-GB");
  const count = (n, one, many) => number(n) + " " + (n === 1 ? one : many);

  /* The address of a result, with the words to highlight on the page. */
  const address = (document, answer, anchor) => search.root + document.url +
    (answer.text.trim() ? "?q=" + encodeURIComponent(answer.text.trim()) : "") + (anchor ? "#" + encodeURIComponent(anchor) : "");

  /* A link to a result, which passes to its page what it was found by. */
  function link(document, answer, anchor, attributes, ...children) {
    const a = el("a", { ...attributes, href: address(document, answer, anchor) }, ...children);
    a.addEventListener("click", () => search.handFound({
      path: a.pathname, words: answer.groups.map(({ label }) => label).join(" "),
      terms: Array.from(answer.terms.keys()), prefix: answer.prefix, beside: Array.from(answer.beside),
    }));
    return a;
  }

  search.view = { el, marked, markedFor, facts, excerpt, notes, number, count, link };
})(window.debriefSearch);
