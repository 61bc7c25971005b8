// Serves a folder on loopback like a common web host, compressed with gzip if that is smaller, and counts the bytes of bodies.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json",
  ".wasm": "application/wasm", ".svg": "image/svg+xml" };

/** A page with nothing in it, to call a search from; its bytes are not counted. */
export const EMPTY = "/empty.html";

export function serve(root, packs = true) {
  const packed = new Map();
  const sent = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (path === EMPTY) {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Empty</title><body data-root='/'>");
      return;
    }
    let body;
    try {
      body = readFileSync(join(root, path.endsWith("/") ? path + "index.html" : path));
    } catch {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] || "application/octet-stream";
    const head = { "content-type": type };
    if (packs && /^(text|application\/json)/.test(type)) {
      if (!packed.has(path)) packed.set(path, gzipSync(body, { level: 6 }));
      if (packed.get(path).length < body.length) {
        body = packed.get(path);
        head["content-encoding"] = "gzip";
      }
    }
    sent.push({ path, bytes: body.length });
    response.writeHead(200, head).end(body);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({
    url: `http://127.0.0.1:${server.address().port}/`,
    taken: () => sent.splice(0),
    close: () => server.close(),
  })));
}
