/* What narrows a search, as the address of its page. */
(function (search) {
  "use strict";

  search.fromAddress = function () {
    const query = new URLSearchParams(location.search);
    const out = { query: query.get("q") || "", filters: {}, after: "", before: "", sort: "" };
    for (const [key, value] of query) {
      if (["after", "before", "sort"].includes(key)) out[key] = value;
      else if (key !== "q" && /^[a-z]+$/.test(key)) out.filters[key] = Array.from(new Set((out.filters[key] || []).concat(value.split(",").filter(Boolean))));
    }
    return out;
  };

  /* A paste is in no address: it would stand in the log of every server that the page is asked for again. */
  search.addressOf = function (state) {
    const query = [];
    const add = (key, value) => { if (value) query.push(key + "=" + value); };
    if (!search.isLong(state.query)) add("q", encodeURIComponent(state.query.trim()).replace(/%20/g, "+"));
    Object.keys(state.filters).forEach((key) => add(key, state.filters[key].map(encodeURIComponent).join(",")));
    ["after", "before", "sort"].forEach((key) => add(key, encodeURIComponent(state[key])));
    return location.pathname + (query.length ? "?" + query.join("&") : "");
  };
})(window.debriefSearch);
