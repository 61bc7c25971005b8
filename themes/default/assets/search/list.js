/* The list of results on the search page: those with all words, those with some, and the button for more. */
(function (search) {
  "use strict";

  const STEP = 10;
  /* Five results fill most screens; the others are loaded when their end comes into view. */
  const FEW = 5;

  /* `grown()` is called when more results are shown, `failed()` when they cannot be loaded. */
  search.list = function (grown, failed) {
    const { make } = window.debriefDom;
    const all = make("ol", { class: "search-results" });
    const divide = make("p", { class: "search-divide", hidden: true }, "These match some of the words");
    const some = make("ol", { class: "search-results" });
    const more = make("button", { type: "button", class: "search-more", hidden: true });
    let shown = FEW;
    let answer = null;

    const titles = () => [all, some].flatMap((part) => window.debriefDom.all(".search-title a", part));

    const results = (of, from, to) => Promise.all(of.all.concat(of.some).slice(from, to)
      .map(async ({ number }) => search.result(await search.files.fragment(number), of)));

    /* How many results are shown next. */
    const next = () => (shown < STEP ? STEP : shown + STEP);

    function append(items) {
      const room = Math.max(0, answer.all.length - all.childElementCount);
      all.append(...items.slice(0, room));
      some.append(...items.slice(room));
      divide.hidden = !(all.childElementCount && some.childElementCount);
      const left = answer.all.length + answer.some.length - all.childElementCount - some.childElementCount;
      more.hidden = left <= 0;
      more.textContent = "Show " + Math.min(next() - shown, left) + " more of " + search.view.number(left);
      /* Observed anew, because it tells only of changes. */
      end.disconnect();
      end.observe(more);
    }

    /* Shows another answer. Returns whether it is shown: not if `isStale()` when its results are loaded. */
    async function show(another, isStale) {
      const wanted = shown;
      const items = await results(another, 0, wanted);
      if (isStale()) return false;
      answer = another;
      /* More may have been shown of the answer before. */
      shown = wanted;
      all.replaceChildren();
      some.replaceChildren();
      append(items);
      return true;
    }

    /* Adds results below those that are shown, which stay as they are; one addition after the other. Returns the place of
       the first that is added, -1 if none is. */
    let adding = Promise.resolve();
    function extend(most = Infinity) {
      adding = adding.catch(() => {}).then(() => (shown < most ? add() : -1));
      return adding;
    }

    async function add() {
      const [of, from] = [answer, shown];
      const items = await results(of, from, next());
      if (of !== answer || from !== shown) return -1;
      shown = next();
      append(items);
      grown();
      return from;
    }

    more.addEventListener("click", () => {
      extend().then((from) => { const link = titles()[from]; if (link) link.focus(); }).catch(failed);
    });
    const end = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) extend(STEP).catch(failed);
    }, { rootMargin: "150px" });

    return {
      elements: [all, divide, some, more],
      titles,
      show,
      get shown() { return shown; },
      /* From the next answer on, shows the first results, or as many as were shown before. */
      begin(before) { shown = before || FEW; },
    };
  };
})(window.debriefSearch);
