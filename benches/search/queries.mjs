// Fifty queries, of five kinds in turn, from evenly spaced documents; the same for all engines.
const words = (text) => text.toLowerCase().match(/[a-z]{5,}/g) || [];

export function fifty(documents) {
  return Array.from({ length: 50 }, (_, n) => {
    const { title, body } = documents[Math.floor((n + 0.5) * documents.length / 50)];
    const told = words(title);
    const said = words(body);
    const identifiers = body.match(/\b\w+(?:[-_.]\w+)+\b/g) || [];
    const identifier = identifiers.filter((one) => /\d|_/.test(one))[0] || title.split(" ").slice(-1)[0];
    const kinds = [
      told.slice(0, 3).join(" "),
      `${said[Math.floor(said.length / 2)]} ${told[0]}`,
      said.slice(40, 44).join(" "),
      identifier,
      told.slice(0, 2).join(" ") + " " + said[20].slice(0, 4),
    ];
    return kinds[n % kinds.length];
  });
}

/* Fifty phrases in quotes, of two to five words in turn, each from the middle of a body. */
export function phrases(documents) {
  return Array.from({ length: 50 }, (_, n) => {
    const { body } = documents[Math.floor((n + 0.5) * documents.length / 50)];
    const line = body.split("\n").sort((a, b) => b.length - a.length)[0].replace(/"/g, " ").trim().split(/\s+/);
    const from = Math.max(0, Math.floor(line.length / 2) - 3);
    return `"${line.slice(from, from + 2 + n % 4).join(" ")}"`;
  });
}
