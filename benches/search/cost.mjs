// cost.mjs SITE PAGEFIND_ROOT ELASTICLUNR_ROOT [QUERIES_OF_ELASTICLUNR]: what each of fifty queries costs, cold, in a new browser context.
//
// Measured from loading the engine to ten results with their texts, or to the five that a low screen begins with. Bytes and requests are those
// of the search: its scripts and its files.
import { createRequire } from "node:module";
import { documents } from "./site.mjs";
import { fifty, phrases } from "./queries.mjs";
import { EMPTY, serve } from "./serve.mjs";

const require = createRequire(process.env.NODE_MODULES_OF || import.meta.url);
const { chromium } = require("playwright-core");
const [site, pagefind, elasticlunr, few = "50"] = process.argv.slice(2);
const shown = documents(site);
const queries = fifty(shown);
const quoted = phrases(shown);

const OURS = `async (query, most) => {
  const began = performance.now();
  await new Promise((resolve) => { const s = document.createElement("script"); s.src = "/assets/search.js"; s.onload = resolve; document.head.append(s); });
  await debriefSearch.ready();
  const answer = await debriefSearch.engine.find({ query });
  const found = answer.all.concat(answer.some).slice(0, most);
  const shown = await Promise.all(found.map(({ number }) => debriefSearch.files.fragment(number)));
  shown.forEach((document) => debriefSearch.excerpt(document.sections, answer));
  return { ms: performance.now() - began, found: answer.all.length + answer.some.length };
}`;

const PAGEFIND = `async (query, most) => {
  const began = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  const answer = await pagefind.search(query);
  await Promise.all(answer.results.slice(0, most).map((result) => result.data()));
  return { ms: performance.now() - began, found: answer.results.length };
}`;

const ELASTICLUNR = `async (query) => {
  const began = performance.now();
  await new Promise((resolve) => { const s = document.createElement("script"); s.src = "/elasticlunr.min.js"; s.onload = resolve; document.head.append(s); });
  const index = elasticlunr.Index.load(await (await fetch("/index.json")).json());
  const found = index.search(query, { fields: { title: { boost: 5 }, lesson: { boost: 3 }, body: { boost: 1 } }, expand: true }).length;
  return { ms: performance.now() - began, found };
}`;

const middle = (list) => list.slice().sort((a, b) => a - b)[Math.floor(list.length / 2)];
const kilo = (bytes) => (bytes / 1000).toFixed(0) + " kB";

/* The mean of bytes and requests, by the kind of file. */
function parts(rows) {
  const kinds = new Map();
  rows.flatMap((row) => row.sent).forEach(({ path, bytes }) => {
    const kind = path.startsWith("/search/") ? path.split("/")[2] : "scripts";
    const [sum, count] = kinds.get(kind) || [0, 0];
    kinds.set(kind, [sum + bytes, count + 1]);
  });
  const each = ([kind, [sum, count]]) => `${kind} ${(sum / rows.length / 1000).toFixed(1)} kB in ${(count / rows.length).toFixed(1)}`;
  return "on average: " + Array.from(kinds).sort().map(each).join(", ");
}

async function measure(name, root, code, asked, { packs = true, most = 10 } = {}) {
  const server = await serve(root, packs);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium" });
  const rows = [];
  for (const query of asked) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(new URL(EMPTY, server.url).href);
    server.taken();
    const { ms, found } = await page.evaluate(`(${code})(${JSON.stringify(query)}, ${most})`);
    const sent = server.taken().filter(({ path }) => path !== "/favicon.ico");
    rows.push({ query, ms, found, sent, bytes: sent.reduce((sum, one) => sum + one.bytes, 0), requests: sent.length });
    await context.close();
  }
  await browser.close();
  server.close();
  const of = (key) => rows.map((row) => row[key]);
  console.log(`| ${name} | ${kilo(middle(of("bytes")))} | ${kilo(Math.max(...of("bytes")))} | ${middle(of("requests"))} | ${middle(of("ms")).toFixed(0)} ms | ${Math.max(...of("ms")).toFixed(0)} ms | ${rows.filter((row) => row.found).length} of ${rows.length} |`);
  const worst = rows.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  if (packs && code === OURS) console.error(parts(rows));
  console.error(`${name}: most bytes for ${JSON.stringify(worst.query)}`);
}

console.log("| engine | bytes, median | most | requests | time, median | most | with results |\n|---|---:|---:|---:|---:|---:|---:|");
await measure("Debrief", site, OURS, queries);
await measure("Debrief, first five results", site, OURS, queries, { most: 5 });
await measure("Debrief, from a host that packs nothing", site, OURS, queries, { packs: false });
await measure("Debrief, phrases, first five results", site, OURS, quoted, { most: 5 });
await measure("Pagefind", pagefind, PAGEFIND, queries);
await measure("Pagefind, first five results", pagefind, PAGEFIND, queries, { most: 5 });
await measure("Pagefind, phrases, first five results", pagefind, PAGEFIND, quoted, { most: 5 });
await measure("elasticlunr, one file", elasticlunr, ELASTICLUNR, queries.slice(0, Number(few)));
