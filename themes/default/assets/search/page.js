/* The search page: results while typing, facets with live counts, all filters in the address. */
(function (search) {
  "use strict";

  const PAUSE = 120;

  search.page = function (mount, form, input) {
    const fallback = mount.querySelector("[data-search-fallback]");
    const pageTitle = document.title;
    let state = search.fromAddress();
    let turn = 0;
    let timer = 0;
    let parts = null;

    /* ---- the address ---- */

    function toAddress(push) {
      const address = search.addressOf(state);
      const changed = address !== location.pathname + location.search;
      const { shown } = list;
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
        facets: search.facets(manifest, toggle, () => run(false)),
      };
      const wide = window.matchMedia("(min-width: 56rem)");
      const fold = () => { ui.facets.element.open = wide.matches; };
      fold();
      wide.addEventListener("change", fold);
      ui.sort.addEventListener("change", () => change({ sort: ui.sort.value }));
      ui.layout = el("div", { class: "search-layout" }, ui.facets.element, el("div", { class: "search-main" },
        el("div", { class: "search-line" }, ui.status,
          el("label", { class: "search-sort", for: "search-sort" }, "Sort ", ui.sort)),
        ui.active, ui.notes, ...list.elements));
      return ui;
    }

    /* ---- changes ---- */

    function change(changes) {
      clearTimeout(timer);
      state = { ...state, ...changes };
      list.begin();
      return run(true);
    }

    /* Searches for what `read` returns when nobody has typed for a moment. */
    function later(read) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        state.query = read();
        list.begin();
        run(false);
      }, PAUSE);
    }

    function toggle(facet, key, on) {
      const filters = { ...state.filters };
      const rest = (filters[facet.key] || []).filter((other) => other !== key);
      filters[facet.key] = on ? rest.concat(key) : rest;
      if (!filters[facet.key].length) delete filters[facet.key];
      const typed = parts.answer.typed.filters[facet.key] || [];
      return change(on || !typed.includes(key) ? { filters } : { filters, query: without(facet.key) });
    }

    const setBox = (text) => { input.value = text; return text; };

    /* The query without the filters of this key; nothing is filtered by what is pasted. */
    const without = (key) => (area.isOpen() ? state.query
      : setBox(input.value.replace(new RegExp("(^|\\s)" + key + ":(\"[^\"]*\"|\\S+)", "gi"), " ").trim()));

    const remove = {
      value: (facet, key) => toggle(facet, key, false),
      without: (key) => change({ query: without("-" + key) }),
      day: (key) => change({ [key]: "", query: without(key) }),
      all: () => change({ filters: {}, after: "", before: "", query: area.isOpen() ? state.query : setBox(parts.answer.text.trim()) }),
    };

    const replace = (typed, word) => change({ query: setBox(input.value.split(typed).join(word)) });

    /* ---- an answer ---- */

    /* What was typed and is not yet looked for stays due: facets ask for another run when they are loaded. */
    function run(push) {
      turn += 1;
      const mine = turn;
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
      if (!await list.show(answer, isStale)) return;
      ui.answer = answer;
      const note = mount.querySelector(".search-failed");
      if (note) note.remove();
      if (fallback) fallback.hidden = true;
      ui.status.textContent = search.said(answer);
      ui.sort.value = state.sort;
      if (ui.sort.selectedIndex < 0) ui.sort.value = "";
      await search.advise(ui.notes, answer, isStale, { replace: area.isOpen() ? null : replace, clear: remove.all }, input);
      await ui.facets.fill(answer, isStale);
      await search.active(ui.active, answer, isStale, remove, input);
      /* Inserted as a whole, so that nothing moves while it fills. */
      if (!ui.layout.isConnected) mount.append(ui.layout);
    }

    const list = search.list(() => toAddress(false), failed);
    const area = search.area(form, input, change, later);

    /* ---- keys and events ---- */

    function move(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const links = list.titles();
      const at = links.indexOf(document.activeElement);
      if (document.activeElement !== input && at < 0) return;
      const next = event.key === "ArrowDown" ? at + 1 : at - 1;
      if (next >= links.length || (at < 0 && event.key === "ArrowUp")) return;
      event.preventDefault();
      (links[next] || input).focus();
    }

    input.addEventListener("input", () => later(() => input.value));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      if (input.value) change({ query: setBox("") });
      else input.blur();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!area.isOpen()) change({ query: input.value });
    });
    document.addEventListener("keydown", move);
    window.addEventListener("popstate", (event) => {
      clearTimeout(timer);
      state = search.fromAddress();
      list.begin(event.state?.shown);
      input.value = state.query;
      run(false);
    });

    input.maxLength = 200;
    list.begin(history.state?.shown);
    const pasted = search.handedOver();
    if (pasted) state.query = pasted;
    else input.value = state.query;
    if (pasted || location.hash === "#search.paste") area.open(pasted);
    run(false);
  };
})(window.debriefSearch);
