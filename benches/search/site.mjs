// The documents of a built site, read from its own search files.
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

const NAME = 12;

function content(root, file) {
  const script = readFileSync(`${root}/search/${file}.js`, "latin1");
  return inflateSync(Buffer.from(script.split('"')[3], "base64"));
}

const cut = (names) => names.match(new RegExp(`.{${NAME}}`, "g")) || [];

export function documents(root) {
  const manifest = JSON.parse(content(root, "manifest"));
  const names = cut(manifest.fragments).flatMap((block) => cut(content(root, `b/${block}`).toString("hex")));
  return names.map((name) => {
    const { title, url, lesson = "", sections } = JSON.parse(content(root, `x/${name}`));
    return { title, url, lesson, body: sections.flatMap(([, heading, text]) => [heading, text]).join("\n") };
  });
}
