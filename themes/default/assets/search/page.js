/* The search page: results while typing, facets with live counts, all filters in the address. */
(function (search) {
  "use strict";

  const PAUSE = 120;
  const STEP = 10;
  /* On a low screen five results are loaded, and the others when they are needed. */
  const LOW = 1000;
  const FEW = 5;

  search.page = function (mount, form, input) {
    const fallback = mount.querySelector("[data-search-fallback]");
    const pageTitle = document.title;
    let state = search.fromAddress();
    const first = window.innerHeight < LOW ? FEW : STEP;
    let shown = (history.state && history.state.shown) || first;
    let turn = 0;
    let timer = 0;
    let parts = null;

    /* ---- the address ---- */

    function toAddress(push) {
      const address = search.addressOf(state);
      const changed = address !== location.pathname + location.search;
      /* Some browsers refuse this on file:// or when it is called too often; the page works without it. */
      try { history[push && changed ? "pushState" : "replaceState"]({ shown }, "", address); } catch { /* as above */ }
      document.title = state.query.trim() && !search.isLong(state.query) ? state.query.trim() + " \u2013 " + pageTitle : pageTitle;
    }

    /* ---- the frame, built once ---- */

    function frame(manifest) {
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
        facets: search.facets(manifest, toggle, () => run(false)),
      };
      const wide = window.matchMedia("(min-width: 56rem)");
      const fold = () => { ui.facets.element.open = wide.matches; };
      fold();
      wide.addEventListener("change", fold);
      ui.sort.addEventListener("change", () => change({ sort: ui.sort.value }));
      ui.more.addEventListener("click", () => {
        extend(ui).then((from) => { const link = titles()[from]; if (link) link.focus(); }).catch(failed);
      });
      ui.end = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) extend(ui, STEP).catch(failed);
      }, { rootMargin: "150px" });
      ui.layout = el("div", { class: "search-layout" }, ui.facets.element, el("div", { class: "search-main" },
        el("div", { class: "search-line" }, ui.status,
          el("label", { class: "search-sort", for: "search-sort" }, "Sort ", ui.sort)),
        ui.active, ui.notes, ui.all, ui.divide, ui.some, ui.more));
      return ui;
    }

    /* ---- a paste ---- */

    const area = document.createElement("textarea");
    area.id = "search.paste";
    area.rows = 8;
    area.maxLength = 20000;
    area.className = "search-area";
    area.hidden = true;
    area.spellcheck = false;
    area.setAttribute("aria-label", "What you see: an alert, a log, a stack trace");
    area.placeholder = "Paste an alert, a log or a stack trace. It stays in this browser.";
    const offer = form.querySelector(".search-paste");
    form.after(area);

    function openArea(text) {
      const open = text !== null;
      area.hidden = !open;
      if (offer) offer.setAttribute("aria-expanded", String(open));
      if (!open) return;
      if (text) area.value = text;
      input.value = "";
      area.focus();
    }

    if (offer) {
      offer.setAttribute("aria-controls", area.id);
      offer.addEventListener("click", () => {
        openArea(area.hidden ? "" : null);
        change({ query: area.hidden ? input.value : area.value });
      });
    }
    area.addEventListener("input", () => later(() => { state.query = area.value; }));
    input.addEventListener("paste", (event) => {
      const text = event.clipboardData ? event.clipboardData.getData("text") : "";
      if (!search.isLong(text)) return;
      event.preventDefault();
      openArea(text);
      change({ query: text });
    });

    /* ---- changes ---- */

    function change(changes) {
      state = { ...state, ...changes };
      shown = first;
      return run(true);
    }

    function later(set) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        set();
        shown = first;
        run(false);
      }, PAUSE);
    }

    function toggle(facet, key, on) {
      const filters = { ...state.filters };
      const rest = (filters[facet.key] || []).filter((other) => other !== key);
      filters[facet.key] = on ? rest.concat(key) : rest;
      if (!filters[facet.key].length) delete filters[facet.key];
      const typed = parts.answer.typed.filters[facet.key] || [];
      return change(on || !typed.includes(key) ? { filters } : { filters, query: setBox(without(facet.key)) });
    }

    /* The text of the box without the filters of this key. */
    const without = (key) => input.value.replace(new RegExp("(^|\\s)" + key + ":(\"[^\"]*\"|\\S+)", "gi"), " ").trim();
    const setBox = (text) => { input.value = text; return text; };
    const clearFilters = () => change({ filters: {}, after: "", before: "", query: area.hidden ? setBox(parts.answer.text.trim()) : state.query });

    /* ---- an answer ---- */

    function run(push) {
      clearTimeout(timer);
      const mine = (turn += 1);
      const isStale = () => mine !== turn;
      toAddress(push);
      return search.ready().then(async (manifest) => {
        if (isStale()) return;
        parts = parts || frame(manifest);
        const answer = await search.engine.find(state);
        if (!isStale()) await render(answer, isStale);
      }).catch(() => { if (!isStale()) failed(); });
    }

    function failed() {
      if (parts) parts.status.textContent = "";
      if (fallback) {
        fallback.hidden = false;
        fallback.classList.add("search-instead");
      }
      if (mount.querySelector(".search-failed")) return;
      const note = document.createElement("p");
      note.className = "search-failed";
      note.setAttribute("role", "alert");
      note.textContent = "Search could not be loaded. Reload the page to try again" + (fallback ? ", or browse:" : ".");
      mount.prepend(note);
    }

    async function render(answer, isStale) {
      const ui = parts;
      const items = await results(answer, 0, shown);
      if (isStale()) return;
      ui.answer = answer;
      const note = mount.querySelector(".search-failed");
      if (note) note.remove();
      if (fallback) fallback.hidden = true;
      ui.status.textContent = search.said(answer);
      ui.sort.value = state.sort;
      if (ui.sort.selectedIndex < 0) ui.sort.value = "";
      ui.all.replaceChildren();
      ui.some.replaceChildren();
      append(ui, items);
      await fillNotes(ui, answer);
      await ui.facets.fill(answer, isStale);
      if (!isStale()) await fillActive(ui, answer);
      /* Inserted as a whole, so that nothing moves while it fills. */
      if (!ui.layout.isConnected) mount.append(ui.layout);
    }

    const results = (answer, from, to) => Promise.all(answer.all.concat(answer.some).slice(from, to)
      .map(async ({ number }) => search.result(await search.files.fragment(number), answer)));

    /* How many results are shown next. */
    const next = () => (shown < STEP ? STEP : shown + STEP);

    function append(ui, items) {
      const { all, some } = ui.answer;
      const room = Math.max(0, all.length - ui.all.childElementCount);
      ui.all.append(...items.slice(0, room));
      ui.some.append(...items.slice(room));
      ui.divide.hidden = !(ui.all.childElementCount && ui.some.childElementCount);
      const left = all.length + some.length - ui.all.childElementCount - ui.some.childElementCount;
      ui.more.hidden = left <= 0;
      ui.more.textContent = "Show " + Math.min(next() - shown, left) + " more of " + search.view.number(left);
      /* Observed anew, because it tells only of changes. */
      ui.end.disconnect();
      ui.end.observe(ui.more);
    }

    /* Adds results below those that are shown, which stay as they are; one addition after the other. */
    let adding = Promise.resolve();
    function extend(ui, most = Infinity) {
      adding = adding.catch(() => {}).then(() => (shown < most ? add(ui) : shown));
      return adding;
    }

    async function add(ui) {
      const mine = turn;
      const from = shown;
      const items = await results(ui.answer, from, next());
      if (mine !== turn) return from;
      shown = next();
      append(ui, items);
      toAddress(false);
      return from;
    }

    async function fillActive(ui, answer) {
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
      for (const key of Object.keys(answer.filters)) {
        const facet = await search.files.facet(key);
        for (const value of facet ? facet.values.filter((one) => answer.filters[key].includes(one.key)) : []) {
          chip(facet.label + ": " + value.label, () => toggle(facet, value.key, false));
        }
      }
      for (const key of Object.keys(answer.without)) {
        chip("Not " + key + ": " + answer.without[key].join(", "), () => change({ query: setBox(without("-" + key)) }));
      }
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

    /* For each word without a match, buttons with similar words. */
    async function nearWords(answer) {
      const { el } = search.view;
      const unknown = area.hidden ? answer.groups.filter((group) => !group.ways.length) : [];
      return (await Promise.all(unknown.map(async ({ label, typed }) => {
        const words = search.near.around(label, await search.files.words(label));
        const offers = words.map((word) => {
          const button = el("button", { type: "button", class: "search-suggestion" }, word);
          button.addEventListener("click", () => change({ query: setBox(input.value.split(typed).join(word)) }).then(() => input.focus()));
          return button;
        });
        return words.length ? el("p", {}, "Near to \u201c" + typed + "\u201d: ", ...offers.flatMap((offer, k) => (k ? [", ", offer] : [offer])), ".") : null;
      }))).filter(Boolean);
    }

    async function fillNotes(ui, answer) {
      const { el, notes } = search.view;
      const out = answer.problems.concat(notes(answer)).map((text) => el("p", {}, text));
      if (!answer.all.length && !answer.some.length) {
        const narrowed = answer.after || answer.before || Object.keys(answer.filters).length || Object.keys(answer.without).length;
        if (!answer.total) {
          out.push(el("p", {}, "There is nothing to search in yet."));
        } else if (answer.notes.some((note) => note.nothing)) {
          /* The reason is shown already. */
        } else if (narrowed) {
          const button = el("button", { type: "button", class: "search-suggestion" }, "Search without filters");
          button.addEventListener("click", () => clearFilters().then(() => input.focus()));
          out.push(el("p", {}, "Nothing matches these filters together. ", button));
        } else {
          out.push(el("p", {}, "Nothing matches. Try fewer words, a piece of the error text, or the name of a service."));
          out.push(...await nearWords(answer));
        }
      } else if (!answer.asked) {
        out.push(el("p", { class: "search-hint" }, "Narrow what you type, as in ", el("code", {}, "timeout severity:sev1 -kind:drill after:2026-01"), ". Quotes hold a phrase together."));
      }
      ui.notes.replaceChildren(...out);
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

    input.addEventListener("input", () => later(() => { state.query = input.value; }));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      if (input.value) change({ query: setBox("") });
      else input.blur();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (area.hidden) change({ query: input.value });
    });
    document.addEventListener("keydown", move);
    window.addEventListener("popstate", (event) => {
      state = search.fromAddress();
      shown = (event.state && event.state.shown) || first;
      input.value = state.query;
      run(false);
    });

    input.maxLength = 200;
    const pasted = search.handedOver();
    if (pasted) state.query = pasted;
    else input.value = state.query;
    if (pasted || location.hash === "#search.paste") openArea(pasted);
    run(false);
  };
})(window.debriefSearch);
