/* The rows of all pages of a list, from its files under lists/; src/internal/pages/lists/files/mod.rs describes them. */
(function () {
  "use strict";

  const VERSION = 3;
  const ROOT = "\ufdd0";
  const text = new TextDecoder();

  /* The files of the list `name`, as a source of rows for lists.js; with `within`, only the rows that have this facet. */
  window.debriefListFiles = async (name, within) => {
    const search = window.debriefSearch;
    const folder = "lists/" + name;
    const file = (named) => folder + "/" + named;
    const kept = new Map();

    /* Loads and reads a file once; after a failure it can be tried again. */
    function once(path, read = (content) => content) {
      if (!kept.has(path)) {
        const made = search.load(path, "").then((bytes) => read(JSON.parse(text.decode(bytes))));
        made.catch(() => kept.delete(path));
        kept.set(path, made);
      }
      return kept.get(path);
    }

    const manifest = await once(folder);
    if (manifest.version !== VERSION) throw new Error("these files are of another version");
    const orders = new Map(manifest.orders);
    /* The number of the first row of each file of names. */
    const starts = [];
    let size = 0;
    for (const [rows] of manifest.rows) {
      starts.push(size);
      size += rows;
    }

    const all = (names) => Promise.all(names.map((name) => once(file(name))));
    /* The numbers of rows that are listed as a first one and steps. */
    const fromSteps = (steps) => { let last = 0; return Uint32Array.from(steps, (step) => (last += step)); };

    /* The place of each row among the values of an order, from 1; 0 for those without a value. */
    async function ranks(names) {
      const places = new Uint32Array(size);
      let value = 0;
      for (const [counts, steps] of await all(names)) {
        let at = 0;
        for (const count of counts) {
          value += 1;
          let number = 0;
          for (const end = at + count; at < end; at += 1) {
            number += steps[at];
            places[number] = value;
          }
        }
      }
      return places;
    }

    const facets = new Map((await all(manifest.facets)).flatMap((part) => Object.entries(part)).map(([value, steps]) => [value, fromSteps(steps)]));
    const having = (value) => facets.get(value) || [];
    const rowNumbers = within ? Array.from(having(within)) : Array.from({ length: size }, (_, number) => number);
    const places = await ranks(manifest.list);

    const rowsOf = (name) => once(file(name), (rows) => {
      const holder = document.createElement("template");
      holder.innerHTML = rows.join("").split(ROOT).join(document.body.dataset.root || "./");
      return Array.from(holder.content.children);
    });

    /* The name of the file that has a row, and the number of its first row. */
    async function fileOf(number) {
      let at = starts.length - 1;
      while (starts[at] > number) at -= 1;
      let first = starts[at];
      for (const [rows, name] of await once(file(manifest.rows[at][1]))) {
        if (number < first + rows) return { name, first };
        first += rows;
      }
      throw new Error("no file has row " + number);
    }

    return {
      size,
      places,
      having,
      numbers: rowNumbers,
      /* What rows are sorted by in a column; null for those without a value. */
      order: async ({ key }) => (orders.has(key) ? Array.from(await ranks(orders.get(key)), (rank) => rank || null) : null),
      texts: async () => (await all(manifest.words.map(([, name]) => name))).flat(),
      rows: (numbers) => Promise.all(numbers.map(async (number) => {
        const { name, first } = await fileOf(number);
        return (await rowsOf(name))[number - first];
      })),
    };
  };
})();
