/* The search page: results as one types, facets with live counts, everything that narrows them in the address. */
(function (search) {
  "use strict";

  const PAUSE = 120;
  const STEP = 20;
  const SHORT_FACET = 8;

  search.page = function (mount, form, input) {
    const fallback = mount.querySelector("[data-search-fallback]");
    const pageTitle = document.title;
    let state = fromAddress();
    let shown = (history.state && history.state.shown) || STEP;
    let turn = 0;
    let timer = 0;
    let parts = null;

    /* ---- the address ---- */

    function fromAddress() {
      const query = new URLSearchParams(location.search);
      const out = { query: query.get("q") || "", filters: {}, after: query.get("after") || "", before: query.get("before") || "",
        sort: query.get("sort") || "" };
      for (const key of ["severity", "kind", "service", "tag", "year"]) {
        const values = query.getAll(key).join(",").split(",").filter(Boolean);
        if (values.length) out.filters[key] = Array.from(new Set(values));
      }
      return out;
    }

    function toAddress(push) {
      const query = [];
      const add = (key, value) => { if (value) query.push(key + "=" + value); };
      add("q", encodeURIComponent(state.query.trim()).replace(/%20/g, "+"));
      Object.keys(state.filters).forEach((key) => add(key, state.filters[key].map(encodeURIComponent).join(",")));
      ["after", "before", "sort"].forEach((key) => add(key, encodeURIComponent(state[key])));
      const address = location.pathname + (query.length ? "?" + query.join("&") : "");
      const changed = address !== location.pathname + location.search;
      /* Some browsers refuse either on file:// or when called too often; the page works on. */
      try { history[push && changed ? "pushState" : "replaceState"]({ shown }, "", address); } catch { /* as above */ }
      document.title = state.query.trim() ? state.query.trim() + " \u2013 " + pageTitle : pageTitle;
    }

    /* ---- the frame, built once ---- */

    function frame(cards) {
      const { el } = search.view;
      const ui = {
        status: el("p", { class: "search-status", role: "status" }),
        notes: el("div", { class: "search-notes" }),
        active: el("div", { class: "search-active" }),
        sort: el("select", { id: "search-sort" }, el("option", { value: "" }, "Best match"),
          el("option", { value: "newest" }, "Newest first"), el("option", { value: "severity" }, "Severity")),
        all: el("ol", { class: "search-results" }),
        divide: el("p", { class: "search-divide", hidden: true }, "These match some of the words"),
        some: el("ol", { class: "search-results" }),
        more: el("button", { type: "button", class: "search-more", hidden: true }),
        facets: el("details", { class: "search-facets" }, el("summary", {}, "Filters")),
        boxes: [],
      };
      cards.facets.forEach((facet, f) => ui.facets.append(facetBox(facet, f, cards, ui)));
      const wide = window.matchMedia("(min-width: 56rem)");
      const fold = () => { ui.facets.open = wide.matches; };
      fold();
      wide.addEventListener("change", fold);

      ui.sort.addEventListener("change", () => change({ sort: ui.sort.value }));
      ui.more.addEventListener("click", () => {
        const from = shown;
        shown += STEP;
        run(false).then(() => { const link = titles()[from]; if (link) link.focus(); });
      });
      mount.append(el("div", { class: "search-layout" }, ui.facets, el("div", { class: "search-main" },
        el("div", { class: "search-line" }, ui.status,
          el("label", { class: "search-sort", for: "search-sort" }, "Sort ", ui.sort)),
        ui.active, ui.notes, ui.all, ui.divide, ui.some, ui.more)));
      if (fallback) fallback.hidden = true;
      return ui;
    }

    function facetBox(facet, f, cards, ui) {
      const { el } = search.view;
      const totals = facet.values.map((_, place) => cards.documents.filter((d) => d.values[f].includes(place)).length);
      const order = facet.values.map((_, place) => place);
      /* Scales and years have an order of their own; the rest reads best with the commonest first. */
      if (facet.key === "service" || facet.key === "tag") order.sort((a, b) => totals[b] - totals[a] || a - b);
      const list = el("ul", {});
      const values = order.map((place) => {
        const box = el("input", { type: "checkbox" });
        const count = el("span", { class: "search-count" });
        const item = el("li", {}, el("label", {}, box, " ", el("span", { class: "search-value" }, facet.values[place].label), " ", count));
        box.addEventListener("change", () => toggle(facet, facet.values[place].key, box.checked));
        list.append(item);
        return { place, box, count, item };
      });
      const all = el("button", { type: "button", class: "search-all", hidden: true });
      const group = el("fieldset", { class: "search-facet" }, el("legend", {}, facet.label), list, all);
      const entry = { facet, group, values, all, long: false };
      all.addEventListener("click", () => {
        entry.long = !entry.long;
        fillFacet(entry, f, parts.answer);
      });
      ui.boxes.push(entry);
      return group;
    }

    /* ---- changes ---- */

    function change(changes) {
      state = { ...state, ...changes };
      shown = STEP;
      return run(true);
    }

    function toggle(facet, key, on) {
      const filters = { ...state.filters };
      const rest = (filters[facet.key] || []).filter((other) => other !== key);
      filters[facet.key] = on ? rest.concat(key) : rest;
      if (!filters[facet.key].length) delete filters[facet.key];
      const typed = parts.answer.typed.filters[facet.key] || [];
      return change(on || !typed.includes(key) ? { filters } : { filters, query: setBox(without(facet.key)) });
    }

    /* The words in the box without what was typed to narrow them by this key. */
    const without = (key) => input.value.replace(new RegExp("(^|\\s)" + key + ":(\"[^\"]*\"|\\S+)", "gi"), " ").trim();
    const setBox = (text) => { input.value = text; return text; };

    /* ---- an answer ---- */

    function run(push) {
      clearTimeout(timer);
      const mine = (turn += 1);
      toAddress(push);
      return search.cards().then((cards) => {
        if (mine !== turn) return undefined;
        parts = parts || frame(cards);
        if (!search.engine.parse(state.query).text.trim()) return undefined;
        if (!search.store.index) parts.status.textContent = "Loading the index\u2026";
        return search.ready();
      }).then(() => (mine === turn ? render(mine) : undefined)).catch(() => { if (mine === turn) failed(); });
    }

    function failed() {
      if (parts) parts.status.textContent = "";
      if (fallback) fallback.hidden = false;
      if (mount.querySelector(".search-failed")) return;
      const note = document.createElement("p");
      note.className = "search-failed";
      note.setAttribute("role", "alert");
      note.textContent = "Search could not be loaded. Reload the page to try again" + (fallback ? ", or browse:" : ".");
      mount.prepend(note);
    }

    function render(mine) {
      const ui = parts;
      const answer = search.engine.find(state);
      ui.answer = answer;
      const note = mount.querySelector(".search-failed");
      if (note) note.remove();
      if (fallback) fallback.hidden = true;
      ui.status.textContent = said(answer);
      ui.sort.value = state.sort;
      if (ui.sort.selectedIndex < 0) ui.sort.value = "";
      ui.boxes.forEach((entry, f) => fillFacet(entry, f, answer));
      fillActive(ui, answer);
      fillNotes(ui, answer);

      const all = answer.all.slice(0, shown);
      const some = answer.some.slice(0, Math.max(0, shown - all.length));
      ui.divide.hidden = !(all.length && some.length);
      const waiting = [[ui.all, all], [ui.some, some]].map(([list, hits]) => {
        const items = hits.map((hit) => result(hit.document, answer));
        return Promise.all(items.map((item) => item.filled)).then(() => {
          if (mine === turn) list.replaceChildren(...items.map((item) => item.element));
        });
      });
      const left = answer.all.length + answer.some.length - all.length - some.length;
      ui.more.hidden = left <= 0;
      ui.more.textContent = "Show " + Math.min(STEP, left) + " more of " + search.view.number(left);
      return Promise.all(waiting);
    }

    function said(answer) {
      const { number, count } = search.view;
      const total = search.engine.cards().documents.length;
      if (!answer.words) {
        const n = answer.all.length;
        return n === total ? count(n, search.one, search.many) : number(n) + " of " + count(total, search.one, search.many);
      }
      if (answer.words === 1) return count(answer.all.length + answer.some.length, search.one + " matches", search.many + " match");
      const all = answer.all.length ? number(answer.all.length) : "None";
      return all + (answer.all.length === 1 ? " matches" : " match") + " all words" +
        (answer.some.length ? " \u00b7 " + number(answer.some.length) + (answer.some.length === 1 ? " matches" : " match") + " some" : "");
    }

    function fillFacet(entry, f, answer) {
      let seen = 0;
      entry.values.forEach(({ place, box, count, item }) => {
        box.checked = answer.filters[f].has(place);
        count.textContent = search.view.number(answer.counts[f][place]);
        const offered = box.checked || answer.counts[f][place] > 0;
        if (offered) seen += 1;
        item.hidden = !offered || (!entry.long && !box.checked && seen > SHORT_FACET && document.activeElement !== box);
      });
      entry.group.hidden = seen === 0 || entry.values.length < 2;
      entry.all.hidden = seen <= SHORT_FACET;
      entry.all.textContent = entry.long ? "Show fewer" : "Show all " + seen;
      entry.all.setAttribute("aria-expanded", String(entry.long));
    }

    function fillActive(ui, answer) {
      const { el } = search.view;
      const chips = [];
      const chip = (text, remove) => {
        const button = el("button", { type: "button", class: "search-chip", "aria-label": "Remove the filter " + text }, text,
          el("span", { "aria-hidden": "true" }, " \u00d7"));
        const at = chips.length;
        button.addEventListener("click", () => {
          remove().then(() => { (ui.active.querySelectorAll("button")[at] || ui.active.querySelector("button") || input).focus(); });
        });
        chips.push(button);
      };
      search.engine.cards().facets.forEach((facet, f) => answer.filters[f].forEach((place) => {
        const value = facet.values[place];
        chip(facet.label + ": " + value.label, () => toggle(facet, value.key, false));
      }));
      for (const key of ["after", "before"]) {
        if (!answer[key]) continue;
        chip((key === "after" ? "From " : "Before ") + answer[key], () => change({ [key]: "", query: setBox(without(key)) }));
      }
      if (chips.length > 1) {
        const clear = el("button", { type: "button", class: "search-clear" }, "Clear all filters");
        clear.addEventListener("click", () => clearFilters().then(() => input.focus()));
        chips.push(clear);
      }
      ui.active.replaceChildren(...chips);
    }

    const clearFilters = () => change({ filters: {}, after: "", before: "", query: setBox(parts.answer.text.trim()) });

    function fillNotes(ui, answer) {
      const { el } = search.view;
      const notes = answer.problems.map((problem) => el("p", {}, problem));
      if (answer.suggestion) {
        const button = el("button", { type: "button", class: "search-suggestion" }, answer.suggestion);
        button.addEventListener("click", () => { change({ query: setBox(answer.suggestion) }).then(() => input.focus()); });
        notes.push(el("p", {}, "Did you mean ", button, "?"));
      }
      if (!answer.all.length && !answer.some.length) {
        const narrowed = answer.after || answer.before || answer.filters.some((wanted) => wanted.size);
        if (!search.engine.cards().documents.length) {
          notes.push(el("p", {}, "There is nothing to search in yet."));
        } else if (narrowed) {
          const button = el("button", { type: "button", class: "search-suggestion" }, "Search without filters");
          button.addEventListener("click", () => clearFilters().then(() => input.focus()));
          notes.push(el("p", {}, "Nothing matches these filters together. ", button));
        } else {
          notes.push(el("p", {}, "Nothing matches. Try fewer words, a piece of the error text, or the name of a service."));
        }
      }
      ui.notes.replaceChildren(...notes);
    }

    /* A result, and a promise that its excerpt is in; an excerpt that is slow or missing leaves the lesson in its place. */
    function result(document, answer) {
      const { el, marked, markedFor, facts, address } = search.view;
      const text = el("p", { class: "search-excerpt" }, ...markedFor(document.lesson, answer));
      const element = el("li", { class: "search-result" },
        el("h2", { class: "search-title" }, el("a", { href: address(document, answer) }, ...markedFor(document.title, answer))),
        document.happened && el("p", { class: "search-happened" }, ...markedFor(document.happened, answer)),
        el("p", { class: "search-facts" }, ...facts(document)), text);
      if (!answer.words) return { element, filled: Promise.resolve() };
      const filled = search.sections(document.number).then((sections) => {
        const found = search.engine.excerpt(sections, answer);
        if (!found) return;
        const where = found.heading && el("a", { class: "search-where", href: address(document, answer, found.anchor) }, found.heading);
        text.replaceChildren(...(where ? [where, " "] : []), found.cutBefore ? "\u2026 " : "", ...marked(found.text, found.hits),
          found.cutAfter ? " \u2026" : "");
      }).catch(() => {});
      return { element, filled: Promise.race([filled, new Promise((done) => { setTimeout(done, 300); })]) };
    }

    /* ---- keys and events ---- */

    const titles = () => Array.from(mount.querySelectorAll(".search-title a"));

    function move(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const links = titles();
      const at = links.indexOf(document.activeElement);
      if (document.activeElement !== input && at < 0) return;
      const next = event.key === "ArrowDown" ? at + 1 : at - 1;
      if (next >= links.length || (at < 0 && event.key === "ArrowUp")) return;
      event.preventDefault();
      (links[next] || input).focus();
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        state.query = input.value;
        shown = STEP;
        run(false);
      }, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      if (input.value) change({ query: setBox("") });
      else input.blur();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      change({ query: input.value });
    });
    document.addEventListener("keydown", move);
    window.addEventListener("popstate", (event) => {
      state = fromAddress();
      shown = (event.state && event.state.shown) || STEP;
      input.value = state.query;
      run(false);
    });

    input.maxLength = 200;
    input.value = state.query;
    run(false);
  };
})(window.debriefSearch);
