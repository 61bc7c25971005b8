/* Sorts and filters lists. Without this script a list is complete, in its own order, in pages.

   The choices are in the address, so that a filtered list can be shared. A list of several pages has files with the rows
   of all pages; lists/files.js loads those that are needed, when the list is sorted or filtered. */
(function () {
  "use strict";

  const { make, button } = window.debriefDom;
  const STEP = 100;
  const PLAIN = { class: "plain" };

  const table = document.querySelector("table.sortable");
  if (!table?.tBodies.length) return;
  const here = document.currentScript.src;
  const body = table.tBodies[0];
  const form = document.querySelector("form.filters");
  const pager = document.querySelector(".pager");
  const headers = Array.from(table.tHead.rows[0].cells).map((cell, column) => ({ cell, column, key: cell.dataset.key || String(column) }))
    .filter((header) => header.cell.hasAttribute("data-sort"));
  const selects = form ? Array.from(form.querySelectorAll("select")) : [];
  const find = form?.querySelector("input[type=search]");
  const status = form?.querySelector(".filter-count");
  const first = headers.find((header) => header.cell.hasAttribute("aria-sort"));
  const firstDirection = first?.cell.getAttribute("aria-sort");
  const state = { sort: "", down: false };
  let limit = STEP;
  let turns = 0;

  /* ---- where the rows come from ---- */

  /* A source of rows: their `numbers`; for each number its place in the list; `having` a facet, what they are sorted by in
     a column, their texts in lower case; and the rows themselves. This one is of the rows on this page. */
  const page = ((rows) => {
    const facets = new Map();
    rows.forEach((row, number) => {
      for (const facet of new Set((row.dataset.facets || "").split(" "))) {
        if (!facets.has(facet)) facets.set(facet, []);
        facets.get(facet).push(number);
      }
    });
    const numbers = Array.from(rows.keys());
    let texts = null;
    return {
      size: rows.length,
      numbers,
      places: numbers,
      having: (facet) => facets.get(facet) || [],
      order: async (header) => rows.map((row) => cellValue(row, header)),
      texts: async () => (texts = texts || rows.map((row) => row.textContent.toLowerCase())),
      rows: async (wanted) => wanted.map((number) => rows[number]),
    };
  })(Array.from(body.rows));

  function cellValue(row, header) {
    const cell = row.cells[header.column];
    const value = cell.hasAttribute("data-value") ? cell.dataset.value : cell.textContent.trim();
    if (value === "") return null;
    return header.cell.dataset.sort === "number" ? Number(value) : value.toLowerCase();
  }

  /* The name of the list's files; empty if all rows are on this page. */
  const files = ((table.dataset.rows || "").match(/(\w+)\.js$/) || [])[1] || "";
  /* The search's script, which loads files, runs after this one. */
  const isReady = new Promise((done) => { document.addEventListener("DOMContentLoaded", done); });
  let pages = null;

  /* The rows of all pages; after a failure they can be tried again. */
  function allPages() {
    if (!pages) {
      pages = isReady
        .then(() => new Promise((done, failed) => {
          const script = make("script", { src: new URL("lists/files.js", here).href });
          script.onload = done;
          script.onerror = failed;
          document.head.append(script);
        }))
        .then(() => window.debriefListFiles(files, table.dataset.within || ""));
      pages.catch(() => { pages = null; });
    }
    return pages;
  }

  /* ---- choices ---- */

  const chosen = () => selects.filter((select) => select.value);
  const words = () => (find ? find.value.toLowerCase().split(/\s+/).filter(Boolean) : []);
  const isNarrowed = () => chosen().length > 0 || words().length > 0;
  const isActive = () => isNarrowed() || state.sort !== "";

  function fromAddress() {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = select.name + ":" + (query.get(select.name) || "");
      select.value = Array.from(select.options).some((option) => option.value === value) ? value : "";
    }
    if (find) find.value = query.get("find") || "";
    const sort = query.get("sort") || "";
    const key = sort.replace(/^-/, "");
    if (headers.some((header) => header.key === key)) {
      state.sort = key;
      state.down = sort.startsWith("-");
    }
  }

  function toAddress() {
    const query = new URLSearchParams(location.search);
    const set = (name, value) => { if (value) query.set(name, value); else query.delete(name); };
    for (const select of selects) set(select.name, select.value.slice(select.name.length + 1));
    if (find) set("find", find.value.trim());
    set("sort", state.sort && (state.down ? "-" : "") + state.sort);
    const text = query.toString();
    /* Some browsers refuse this on file:// or when it is called too often; the list works without it. */
    try { history.replaceState(history.state, "", location.pathname + (text ? "?" + text : "") + location.hash); } catch { /* as above */ }
  }

  /* ---- shown rows ---- */

  /* Numbers in the order that is chosen, else in that of the list. */
  async function sorted(numbers, source) {
    const header = headers.find((one) => one.key === state.sort);
    const values = header ? await source.order(header) : null;
    const sign = state.down ? -1 : 1;
    const inList = (a, b) => source.places[a] - source.places[b];
    /* Rows without a value are at the end in both directions. */
    const byValue = (a, b) => {
      const [one, other] = [values[a], values[b]];
      if (one === null || other === null) return (one === null) - (other === null) || inList(a, b);
      const order = typeof one === "number" ? one - other : one.localeCompare(other);
      return sign * order || inList(a, b);
    };
    return numbers.slice().sort(values ? byValue : inList);
  }

  /* Which rows have everything that is chosen; how many rows each choice would leave; and, for each filter and for the words,
     how many rows fail nothing else. */
  async function narrowed(source) {
    const wanted = words();
    const texts = wanted.length ? await source.texts() : [];
    const groups = chosen();
    const fails = new Uint8Array(source.size);
    /* The filter that a row fails, if it is only one; its index. */
    const failed = new Uint8Array(source.size);
    groups.forEach((select, index) => {
      const has = new Uint8Array(source.size);
      source.having(select.value).forEach((number) => { has[number] = 1; });
      for (const number of source.numbers) {
        if (!has[number]) {
          fails[number] += 1;
          failed[number] = index;
        }
      }
    });
    const says = new Uint8Array(source.size);
    for (const number of source.numbers) says[number] = wanted.every((word) => texts[number].includes(word)) ? 1 : 0;
    const without = new Map(groups.map((select) => [select, 0]));
    let withoutWords = 0;
    const matching = [];
    for (const number of source.numbers) {
      if (fails[number] === 0 && says[number]) matching.push(number);
      else if (fails[number] === 0) withoutWords += 1;
      else if (fails[number] === 1 && says[number]) without.set(groups[failed[number]], without.get(groups[failed[number]]) + 1);
    }
    /* A value is counted among the rows that fail no other filter. */
    const counts = (select) => {
      const index = groups.indexOf(select);
      const counted = (number) => says[number] && (fails[number] === 0 || (fails[number] === 1 && failed[number] === index));
      return (value) => source.having(value).reduce((sum, number) => sum + (counted(number) ? 1 : 0), 0);
    };
    return { matching, counts, without, withoutWords };
  }

  function showCounts(counts) {
    for (const select of selects) {
      const countOf = counts(select);
      for (const option of select.options) {
        if (!option.value) continue;
        if (!option.dataset.label) option.dataset.label = option.text.replace(/ \(\d+\)$/, "");
        option.text = option.dataset.label + " (" + countOf(option.value) + ")";
      }
    }
  }

  function showEmpty(found) {
    const offers = [];
    for (const [select, count] of found.without) {
      const label = select.parentElement.firstChild.textContent.trim();
      if (count) offers.push(button("drop " + label + " (" + count + ")", () => { select.value = ""; change(); select.focus(); }, PLAIN));
    }
    if (found.withoutWords && find) offers.push(button("drop the words (" + found.withoutWords + ")", () => { find.value = ""; change(); find.focus(); }, PLAIN));
    if (!offers.length) offers.push(button("clear all", () => form.reset(), PLAIN));
    status.replaceChildren("Nothing has all of these: ", ...offers.flatMap((offer, at) => (at ? [" or ", offer] : [offer])), ".");
  }

  const more = button("", () => { limit += STEP; show(); }, { class: "list-more" });

  /* Shows what is chosen among the rows of a source, unless something else is chosen before it is loaded. */
  async function showFrom(source, note) {
    const turn = turns;
    const active = isActive();
    const found = await narrowed(source);
    const ordered = active ? await sorted(found.matching, source) : [];
    const rows = active ? await source.rows(ordered.slice(0, limit)) : await page.rows(page.numbers);
    if (turn !== turns) return;
    body.replaceChildren(...rows);
    showCounts(found.counts);
    if (pager) pager.hidden = active;
    if (ordered.length > limit) {
      more.textContent = "Show " + Math.min(STEP, ordered.length - limit) + " more of " + ordered.length;
      /* A button that stays in place keeps the focus. */
      if (!more.isConnected) table.after(more);
    } else {
      more.remove();
    }
    if (!status) return;
    if (!isNarrowed()) status.textContent = "";
    else if (!ordered.length) showEmpty(found);
    else status.textContent = ordered.length + " of " + source.numbers.length;
    if (note) status.append(note);
  }

  function showDirection() {
    for (const header of headers) {
      const isSorted = state.sort ? header.key === state.sort : header === first;
      if (!isSorted) header.cell.removeAttribute("aria-sort");
      else header.cell.setAttribute("aria-sort", state.sort ? (state.down ? "descending" : "ascending") : firstDirection);
    }
  }

  async function show() {
    turns += 1;
    const turn = turns;
    showDirection();
    if (!files) return showFrom(page);
    /* The page itself is the list as nothing is chosen. */
    if (!isActive() && !pages) return undefined;
    if (!pages && status) status.textContent = "Loading all pages of this list\u2026";
    try {
      return await showFrom(await allPages());
    } catch {
      return turn === turns ? showFrom(page, " The other pages could not be loaded: this page alone is searched.") : undefined;
    }
  }

  function change() {
    limit = STEP;
    toAddress();
    show();
  }

  for (const header of headers) {
    const inside = make("button", { type: "button" }, ...header.cell.childNodes);
    header.cell.append(inside);
    inside.addEventListener("click", () => {
      const now = header.cell.getAttribute("aria-sort");
      state.sort = header.key;
      /* Numbers and dates are first sorted descending, names ascending. */
      state.down = now ? now === "ascending" : header.cell.dataset.first === "most";
      change();
    });
  }
  if (form) {
    form.addEventListener("change", change);
    form.addEventListener("input", (event) => { if (event.target === find) change(); });
    form.addEventListener("reset", () => setTimeout(() => { state.sort = ""; change(); }, 0));
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  fromAddress();
  show();
})();
