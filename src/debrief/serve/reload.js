// Added by the preview server, never by a build: reloads the page when the library was rebuilt, and
// shows the problem while it does not build.
(function () {
  "use strict";

  const build = document.currentScript.dataset.build;
  let source = null;
  let panel = null;
  let dismissed = null;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function makePanel() {
    const looks = element("link");
    looks.rel = "stylesheet";
    looks.href = "/__debrief/reload.css";
    document.head.append(looks);

    const dismiss = element("button", "debrief-problem-dismiss", "Hide");
    dismiss.type = "button";
    dismiss.addEventListener("click", function () {
      dismissed = panel.querySelector("pre").textContent;
      panel.hidden = true;
    });
    panel = element("section", "debrief-problem");
    panel.setAttribute("role", "alert");
    panel.append(element("h2", "", "The library does not build; this is how it last did"), dismiss, element("pre"));
    panel.querySelector("pre").tabIndex = 0;
    document.body.append(panel);
  }

  function tell(problem) {
    // The placeholder page for a site that has never been built has an element for it.
    const place = document.querySelector("[data-debrief-problem]");
    if (place) {
      if (problem) place.textContent = problem;
      return;
    }
    if (!panel && problem) makePanel();
    if (!panel) return;
    panel.querySelector("pre").textContent = problem || "";
    panel.hidden = !problem || problem === dismissed;
  }

  function onState(event) {
    const state = JSON.parse(event.data);
    if (state.build !== build) {
      close();
      window.location.reload();
      return;
    }
    tell(state.problem);
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  // A browser opens six connections to one host, regardless of the number of tabs, so only visible tabs
  // keep one. The server sends its state first, so a tab that reconnects misses nothing.
  function open() {
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource("/__debrief/events");
    source.addEventListener("state", onState);
    source.addEventListener("error", function () {
      if (source && source.readyState === EventSource.CLOSED) {
        close();
        window.setTimeout(open, 1000);
      }
    });
  }

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") close();
    else open();
  });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  open();
})();
