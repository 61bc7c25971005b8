// find.mjs QUERIES SITE PAGEFIND_ROOT: the share of hits in the first three and the mean of 1/rank among ten, by class, for Pagefind and elasticlunr.js.
//
// QUERIES is the file written by tests/known_items.rs: a list of [class, address, query].
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { documents } from "./site.mjs";
import { EMPTY, serve } from "./serve.mjs";

const require = createRequire(process.env.NODE_MODULES_OF || import.meta.url);
const { chromium } = require("playwright-core");
const elasticlunr = require("elasticlunr");
const [file, site, pagefind] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(file));
const shown = documents(site);

const index = elasticlunr(function () {
  this.setRef("n");
  ["title", "lesson", "body"].forEach((field) => this.addField(field));
  this.saveDocument(false);
});
shown.forEach(({ title, lesson, body }, n) => index.addDoc({ n, title, lesson, body }));
const fields = { title: { boost: 5 }, lesson: { boost: 3 }, body: { boost: 1 } };
const plain = (query) => index.search(query, { fields, expand: true }).slice(0, 10).map(({ ref }) => shown[ref].url);

const server = await serve(pagefind);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium" });
const page = await browser.newPage();
await page.goto(new URL(EMPTY, server.url).href);
await page.evaluate(`(async () => { window.pf = await import("/pagefind/pagefind.js"); })()`);
const theirs = (query) => page.evaluate(async (asked) => {
  const answer = await window.pf.search(asked);
  return Promise.all(answer.results.slice(0, 10).map(async (result) => (await result.data()).url.replace(/^\//, "")));
}, query);

const classes = new Map();
for (const [name, url, query] of queries) {
  const row = classes.get(name) || { count: 0, engines: [[0, 0], [0, 0]] };
  const found = [await theirs(query), plain(query)];
  row.count += 1;
  found.forEach((urls, engine) => {
    const at = urls.map((one) => (one.endsWith("/") ? one + "index.html" : one)).indexOf(url) + 1;
    row.engines[engine][0] += at > 0 && at <= 3 ? 1 : 0;
    row.engines[engine][1] += at > 0 ? 1 / at : 0;
  });
  classes.set(name, row);
}
await browser.close();
server.close();
console.log("| class | queries | Pagefind, first three | MRR@10 | elasticlunr, first three | MRR@10 |\n|---|---:|---:|---:|---:|---:|");
for (const [name, { count, engines }] of classes) {
  const cells = engines.map(([first, sum]) => `${Math.floor(100 * first / count)} % | ${(sum / count).toFixed(3)}`);
  console.log(`| ${name} | ${count} | ${cells.join(" | ")} |`);
}
