/* Sorts and filters lists. Without this script a list is complete, in its own order, in pages.

   The choices are in the address, so that a filtered list can be shared. A list of several pages has a file with the
   rows of all pages (a script that calls `debriefRows`, because a page opened from a disk can load nothing else); it is
   loaded when the list is sorted or filtered. */
(function () {
  "use strict";

  const { make, button } = window.debriefDom;
  const STEP = 100;
  const PLAIN = { class: "plain" };
  const ROOT = "\ufdd0";

  const table = document.querySelector("table.sortable");
  if (!table || !table.tBodies.length) return;
  const body = table.tBodies[0];
  const form = document.querySelector("form.filters");
  const pager = document.querySelector(".pager");
  const headers = Array.from(table.tHead.rows[0].cells).map((cell, column) => ({ cell, column, key: cell.dataset.key || String(column) }))
    .filter((header) => header.cell.hasAttribute("data-sort"));
  const selects = form ? Array.from(form.querySelectorAll("select")) : [];
  const find = form && form.querySelector("input[type=search]");
  const status = form && form.querySelector(".filter-count");
  const twin = table.dataset.rows || "";
  const within = table.dataset.within || "";

  const own = Array.from(body.rows).map(entry);
  const first = headers.find((header) => header.cell.hasAttribute("aria-sort"));
  const firstDirection = first && first.cell.getAttribute("aria-sort");
  let all = twin ? null : own;
  let loading = null;
  let limit = STEP;
  const state = { sort: "", down: false };

  function entry(row, place) {
    return { row, place, facets: new Set((row.dataset.facets || "").split(" ")), text: null };
  }

  const textOf = (one) => {
    if (one.text === null) one.text = one.row.textContent.toLowerCase();
    return one.text;
  };

  /* ---- the rows of all pages ---- */

  function load() {
    if (!loading) {
      loading = new Promise((done, failed) => {
        window.debriefRows = (rows) => {
          const holder = make("template");
          holder.innerHTML = rows.join("").split(ROOT).join(document.body.dataset.root || "./");
          all = Array.from(holder.content.children).map(entry).filter((one) => !within || one.facets.has(within));
          done();
        };
        const script = make("script", { src: twin });
        script.onerror = failed;
        document.head.append(script);
      });
    }
    return loading;
  }

  /* ---- choices ---- */

  const chosen = () => selects.filter((select) => select.value);
  const words = () => (find ? find.value.toLowerCase().split(/\s+/).filter(Boolean) : []);
  const isActive = () => chosen().length > 0 || words().length > 0 || state.sort !== "";

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
    history.replaceState(history.state, "", location.pathname + (text ? "?" + text : "") + location.hash);
  }

  /* ---- shown rows ---- */

  function valueOf(row, header) {
    const cell = row.cells[header.column];
    const value = cell.hasAttribute("data-value") ? cell.dataset.value : cell.textContent.trim();
    if (value === "") return null;
    return header.cell.dataset.sort === "number" ? Number(value) : value.toLowerCase();
  }

  function sorted(entries) {
    const header = headers.find((one) => one.key === state.sort);
    if (!header) return entries;
    const sign = state.down ? -1 : 1;
    const keyed = entries.map((one) => ({ one, value: valueOf(one.row, header) }));
    /* Rows without a value are at the end in both directions. */
    keyed.sort((a, b) => {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.one.place - b.one.place;
      const order = typeof a.value === "number" ? a.value - b.value : a.value.localeCompare(b.value);
      return sign * order || a.one.place - b.one.place;
    });
    return keyed.map((pair) => pair.one);
  }

  /* One pass over the rows: the filters that a row fails decide in which counts it is included. */
  function narrowed(entries) {
    const wanted = words();
    const groups = chosen();
    const counts = new Map(selects.map((select) => [select, new Map()]));
    const without = new Map(groups.map((select) => [select, 0]));
    let withoutWords = 0;
    const matching = [];
    const add = (select, one) => one.facets.forEach((facet) => counts.get(select).set(facet, (counts.get(select).get(facet) || 0) + 1));
    for (const one of entries) {
      const failed = groups.filter((select) => !one.facets.has(select.value));
      const says = wanted.every((word) => textOf(one).includes(word));
      if (!says) {
        if (!failed.length) withoutWords += 1;
      } else if (!failed.length) {
        matching.push(one);
        selects.forEach((select) => add(select, one));
      } else if (failed.length === 1) {
        without.set(failed[0], without.get(failed[0]) + 1);
        add(failed[0], one);
      }
    }
    return { matching, counts, without, withoutWords };
  }

  function showCounts(counts) {
    for (const select of selects) {
      for (const option of select.options) {
        if (!option.value) continue;
        if (!option.dataset.label) option.dataset.label = option.text.replace(/ \(\d+\)$/, "");
        option.text = option.dataset.label + " (" + (counts.get(select).get(option.value) || 0) + ")";
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

  function show() {
    const active = isActive();
    if (active && !all) {
      if (status) status.textContent = "Loading all pages of this list\u2026";
      load().then(show, () => { all = own; show(); if (status) status.append(" The other pages could not be loaded: this page alone is searched."); });
      return;
    }
    const entries = all || own;
    const found = narrowed(entries);
    const ordered = active ? sorted(found.matching) : own;
    body.replaceChildren(...(active ? ordered.slice(0, limit) : ordered).map((one) => one.row));
    if (all) showCounts(found.counts);
    if (pager) pager.hidden = active;
    more.remove();
    if (active && ordered.length > limit) {
      more.textContent = "Show " + Math.min(STEP, ordered.length - limit) + " more of " + ordered.length;
      table.after(more);
    }
    const narrowing = chosen().length || words().length;
    if (status) {
      if (!narrowing) status.textContent = "";
      else if (!ordered.length) showEmpty(found);
      else status.textContent = ordered.length + " of " + entries.length;
    }
    for (const header of headers) {
      const here = state.sort ? header.key === state.sort : header === first;
      if (!here) header.cell.removeAttribute("aria-sort");
      else header.cell.setAttribute("aria-sort", state.sort ? (state.down ? "descending" : "ascending") : firstDirection);
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
