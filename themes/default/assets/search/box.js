/* The search box on every page: results below it while typing, selected with the arrow keys.
 * The pattern is the combobox of the ARIA practices; without a choice, Enter goes to the search page. */
(function (search) {
  "use strict";

  const MOST = 8;
  const PAUSE = 120;

  search.box = function (form, input) {
    let timer = 0;
    let turn = 0;
    let chosen = -1;
    let options = [];

    const list = document.createElement("div");
    list.id = "search.list";
    list.className = "search-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Results");
    const panel = document.createElement("div");
    panel.className = "search-panel";
    panel.hidden = true;
    const message = document.createElement("p");
    message.className = "search-message";
    const status = document.createElement("p");
    status.className = "search-said";
    status.setAttribute("role", "status");
    panel.append(list, message);
    form.append(panel, status);
    const set = (attributes) => Object.entries(attributes).forEach(([key, value]) => input.setAttribute(key, value));
    set({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });

    function close() {
      turn += 1;
      clearTimeout(timer);
      panel.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
      status.textContent = "";
    }

    function choose(at) {
      chosen = at;
      options.forEach((option, k) => option.setAttribute("aria-selected", String(k === at)));
      if (options[at]) {
        input.setAttribute("aria-activedescendant", options[at].id);
        options[at].scrollIntoView({ block: "nearest" });
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    /* All notes as one text. */
    const told = (answer) => search.view.notes(answer).concat(answer.problems).join(" ");

    function say(text, link) {
      options = [];
      list.replaceChildren();
      message.replaceChildren(text);
      if (link) {
        const a = document.createElement("a");
        a.href = search.root + "search/index.html";
        a.textContent = link;
        message.append(" ", a);
      }
      message.hidden = false;
      panel.hidden = false;
      input.setAttribute("aria-expanded", "false");
      status.textContent = text;
    }

    function show(answer, documents) {
      const { el, markedFor, facts, excerpt, number, count, link } = search.view;
      const page = search.root + "search/index.html?q=" + encodeURIComponent(answer.query);
      const shown = answer.all.length ? answer.all.length : answer.some.length;
      if (!shown) {
        say((told(answer) + " Nothing matches.").trim(), "Browse and filter all " + search.many);
        return;
      }
      options = documents.map((document, at) => {
        const found = excerpt(document, answer);
        return link(document, answer, found?.anchor,
          { role: "option", id: "search.option." + at, class: "search-option", tabindex: "-1" },
          el("span", { class: "search-option-title" }, ...markedFor(document.title, answer)),
          el("span", { class: "search-facts" }, ...facts(document)),
          found && el("span", { class: "search-option-excerpt" }, ...found.nodes));
      });
      options.push(el("a",
        { role: "option", id: "search.option.all", class: "search-option search-option-all", tabindex: "-1", href: page },
        shown === 1 ? "The result on the search page" : "All " + number(shown) + " results"));
      list.replaceChildren(...options);
      message.textContent = told(answer);
      message.hidden = !message.textContent;
      panel.hidden = false;
      input.setAttribute("aria-expanded", "true");
      status.textContent = count(shown, "result", "results") + ". " + message.textContent;
      choose(-1);
    }

    function update() {
      const query = input.value;
      turn += 1;
      const mine = turn;
      if (!query.trim()) {
        close();
        return;
      }
      search.ready().then(() => search.engine.find({ query })).then((answer) => {
        const first = answer.all.concat(answer.some).slice(0, MOST);
        return Promise.all(first.map(({ number }) => search.files.fragment(number)))
          .then((documents) => { if (mine === turn) show({ ...answer, query }, documents); });
      }).catch(() => { if (mine === turn) say("Search could not be loaded.", "Browse the indexes"); });
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(update, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const shown = !panel.hidden && options.length > 0;
      const last = options.length - 1;
      if (event.key === "Escape") {
        if (!panel.hidden) close();
        else if (input.value) input.value = "";
        else input.blur();
        event.preventDefault();
      } else if (event.key === "ArrowDown" && !shown) {
        update();
        event.preventDefault();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!shown) return;
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose(chosen + step > last ? -1 : chosen + step < -1 ? last : chosen + step);
        event.preventDefault();
      } else if ((event.key === "Home" || event.key === "End") && shown && chosen >= 0) {
        choose(event.key === "Home" ? 0 : last);
        event.preventDefault();
      } else if (event.key === "Enter" && shown && options[chosen]) {
        event.preventDefault();
        options[chosen].click();
      }
    });
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
    /* Pressing a result must not remove the focus before the click event. */
    panel.addEventListener("mousedown", (event) => { if (event.target.closest(".search-option")) event.preventDefault(); });
    panel.addEventListener("mousemove", (event) => {
      const at = options.indexOf(event.target.closest(".search-option"));
      if (at >= 0 && at !== chosen) choose(at);
    });

    search.ready().catch(() => {});
    if (document.activeElement === input && input.value.trim()) update();
  };
})(window.debriefSearch);
