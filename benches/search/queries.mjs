// Fifty queries, of five kinds in turn, from evenly spaced documents; the same for all engines.
const words = (text) => text.toLowerCase().match(/[a-z]{5,}/g) || [];

export function fifty(documents) {
  return Array.from({ length: 50 }, (_, n) => {
    const { title, body } = documents[Math.floor((n + 0.5) * documents.length / 50)];
    const told = words(title);
    const said = words(body);
    const identifier = (body.match(/\b[\w]+(?:[-_.][\w]+)+\b/g) || title.split(" ")).slice(-1)[0];
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
