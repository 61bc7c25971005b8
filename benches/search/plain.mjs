// plain.mjs SITE OUT: the plain index of elasticlunr.js for a site's documents, with its own English pipeline; documents are not stored.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { documents } from "./site.mjs";

const require = createRequire(process.env.NODE_MODULES_OF || import.meta.url);
const elasticlunr = require("elasticlunr");
const [site, out] = process.argv.slice(2);
const index = elasticlunr(function () {
  this.setRef("n");
  ["title", "lesson", "body"].forEach((field) => this.addField(field));
  this.saveDocument(false);
});
documents(site).forEach(({ title, lesson, body }, n) => index.addDoc({ n, title, lesson, body }));
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/index.json`, JSON.stringify(index));
copyFileSync(require.resolve("elasticlunr").replace(/[^/]*$/, "elasticlunr.min.js"), `${out}/elasticlunr.min.js`);
