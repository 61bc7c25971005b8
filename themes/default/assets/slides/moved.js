// Leads former addresses of slides, which were on the page of their week, to the page of the slides.
(() => {
  "use strict";

  const link = document.querySelector("a.present");
  const lead = () => { if (link && /^#(slide-\d+|notes)$/.test(location.hash)) location.replace(link.href + location.hash); };
  window.addEventListener("hashchange", lead);
  lead();
})();
