// Divides the sections of `template.slides` into slides, so that nothing is cut off or too small to be read from the
// back row.
//
// A section that would leave its slide half empty is shown larger; one that is too long continues on the next slide,
// with the same head. Lists and tables break between rows, and a row that is longer than a slide between sentences.
window.debriefSlides = {};
(() => {
  "use strict";

  const { make, all } = window.debriefDom;
  const SIZES = ["largest", "larger"];
  // Containers that may continue on the next slide.
  const HOLDS = "ul, ol, dl, table, tbody, div, section, blockquote";
  const LEADS = "h2, h3, h4, tr.deck-group, dt";

  const isBlank = (nodes) => nodes.every((node) => !node.textContent.trim() && !node.querySelector("img, svg"));

  const rowsOf = (node) => all("tbody tr:not(.deck-group)", node).length;

  // The first `length` characters of an element, or the rest after them.
  function cut(element, length, after) {
    const part = element.cloneNode(true);
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let left = length;
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (left > text.length) { left -= text.length; continue; }
      range.selectNodeContents(part);
      if (after) range.setEnd(text, left);
      else range.setStart(text, left);
      range.deleteContents();
      return part;
    }
    return part;
  }

  // The best place to break a text before `length`: after a sentence or a line if one ends not far before it, else
  // after a word.
  function breakBefore(text, length) {
    const head = text.slice(0, length);
    const sentence = Math.max(...[...head.matchAll(/[.!?…。！？]["”’)]*\s|\n/g)].map((found) => found.index + found[0].length), 0);
    if (sentence > length * 0.5) return sentence;
    const word = head.search(/\s\S*$/);
    return word > length * 0.5 ? word + 1 : length;
  }

  // Slides that are being filled, one after another.
  class Filling {
    // `share` is how much of a slide is filled before the next is begun.
    constructor(stage, header, size, share = 1) {
      Object.assign(this, { stage, header, size, share, slides: [], open: [], rows: 0, group: null });
      this.turn();
    }

    // Begins a new slide, with the lists and tables that were open on the last.
    turn() {
      const body = make("div", { class: "deck-body" });
      const slide = make("section", { class: "deck-slide deck-measured", "data-size": this.size }, this.header.cloneNode(true), body);
      if (this.slides.length) {
        const title = slide.querySelector(".deck-title");
        if (title) title.append(make("span", { class: "deck-more" }, " (continued)"));
      }
      this.slides.push(slide);
      this.stage.append(slide);
      this.body = body;
      this.count = 0;
      this.rows = 0;
      for (const level of this.open) this.enter(level);
    }

    enter(level) {
      const shell = level.node.cloneNode(false);
      if (shell.tagName === "OL" && level.done) shell.start = (level.node.start || 1) + level.done;
      if (level.head) shell.append(level.head.cloneNode(true));
      const outer = this.open.indexOf(level);
      (outer > 0 ? this.open[outer - 1].shell : this.body).append(shell);
      level.shell = shell;
    }

    get inner() { return this.open.length ? this.open[this.open.length - 1].shell : this.body; }

    fits() {
      const { body } = this;
      return body.scrollHeight <= body.clientHeight + 1 && body.scrollWidth <= body.clientWidth + 1;
    }

    // Whether the content fits into the share of the slide that may be filled.
    hasRoom() {
      if (this.share === 1 || !this.count) return this.fits();
      const [first, last] = [this.body.firstElementChild, this.body.lastElementChild];
      const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
      return this.fits() && height <= this.body.clientHeight * this.share;
    }

    // Adds an element to the slide, or as much of it as fits and the rest to the next.
    put(node) {
      const isCounted = this.most ? node.tagName === "TBODY" : rowsOf(node) > Number(node.getAttribute("data-most") || Infinity);
      if (isCounted) return this.fill(node);
      const isRow = node.matches("tr:not(.deck-group)");
      const most = this.most;
      if (isRow && most && this.rows >= most) this.next();
      this.inner.append(node);
      if (this.hasRoom()) return this.placed(node, isRow);
      node.remove();
      const isTerm = node.tagName === "DIV" && this.inner.tagName === "DL";
      if (node.matches(HOLDS) && node.children.length && !isTerm) return this.fill(node);
      if (this.count) {
        this.next(node.matches(".deck-group"));
        return this.put(node);
      }
      // It is alone on a slide and still too long.
      return node.querySelector(HOLDS + ", p, li, dt") ? this.fill(node) : this.breakUp(node, isRow);
    }

    placed(node, isRow) {
      this.count += 1;
      if (isRow) this.rows += 1;
      if (node.matches("tr.deck-group")) this.group = node;
      const level = this.open[this.open.length - 1];
      if (level) level.done += 1;
      this.last = node;
    }

    // Begins the next slide. A heading moves with the content after it; empty containers are removed.
    next(isGroup = false) {
      const lead = this.last?.matches(LEADS) && this.count > 1 ? this.last : null;
      const isOutside = lead && lead.parentElement === this.body;
      if (lead) lead.remove();
      for (const level of [...this.open].reverse()) {
        if (!level.shell.querySelector(":scope > :not(thead)")) level.shell.remove();
      }
      const group = this.most && !lead && !isGroup ? this.group : null;
      this.last = null;
      this.turn();
      if (isOutside) this.body.prepend(lead);
      else if (lead) this.inner.append(lead);
      else if (group) {
        const again = group.cloneNode(true);
        again.firstElementChild.append(make("span", { class: "deck-more" }, " (continued)"));
        this.inner.append(again);
      }
    }

    // Opens a container and adds its rows one by one.
    fill(node) {
      const head = node.tagName === "TABLE" ? node.tHead : null;
      const level = { node, head, done: 0 };
      const most = Number(node.getAttribute("data-most"));
      const before = this.most;
      if (most) this.most = Math.ceil(rowsOf(node) / Math.ceil(rowsOf(node) / most));
      this.open.push(level);
      this.enter(level);
      for (const child of [...node.children]) if (child !== head) this.put(child);
      this.open.pop();
      if (!level.shell.children.length) level.shell.remove();
      if (most) { this.most = before; this.group = null; }
    }

    // Breaks a text that is longer than a slide between sentences. Elements that cannot be broken can be scrolled.
    breakUp(node, isRow) {
      // A row of a table is read across: it stays whole.
      if (isRow) {
        this.inner.append(node);
        return this.placed(node, isRow);
      }
      const text = node.textContent;
      let [low, high] = [0, text.length];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        const part = cut(node, middle, false);
        this.inner.append(part);
        if (this.fits()) low = middle;
        else high = middle - 1;
        part.remove();
      }
      const length = low > 0 && low < text.length ? breakBefore(text, low) : 0;
      if (!length) {
        this.inner.append(node);
        return this.placed(node, isRow);
      }
      const part = cut(node, length, false);
      this.inner.append(part);
      this.placed(part, isRow);
      this.next();
      this.put(cut(node, length, true));
    }
  }

  // The slides of one section.
  function share(section, stage) {
    const header = section.querySelector(":scope > header");
    const blocks = [...section.children].filter((child) => child !== header);
    if (isBlank(blocks)) return [];
    const hasPlot = Boolean(section.querySelector(".deck-plot, table"));
    for (const size of hasPlot ? [] : SIZES) {
      const one = new Filling(stage, header, size);
      one.body.append(...blocks.map((block) => block.cloneNode(true)));
      if (one.fits()) return one.slides;
      one.slides.forEach((slide) => slide.remove());
    }
    const fill = (part) => {
      const filling = new Filling(stage, header, null, part);
      for (const block of blocks) filling.put(block.cloneNode(true));
      return filling.slides;
    };
    // The least number of slides, evenly filled, so that the last has more than one line.
    const full = fill(1);
    if (full.length < 2) return full;
    for (const part of [0.55, 0.65, 0.75, 0.85, 0.95]) {
      const even = fill(part);
      const [kept, dropped] = even.length === full.length ? [even, full] : [full, even];
      dropped.forEach((slide) => slide.remove());
      if (kept === even) return even;
    }
    return full;
  }

  // Removes ids from a copy, because the page has them already.
  function nameless(content) {
    for (const svg of all("svg[aria-labelledby]", content)) {
      const title = svg.querySelector("title");
      svg.removeAttribute("aria-labelledby");
      if (title) svg.setAttribute("aria-label", title.textContent);
    }
    for (const known of all("[id]", content)) known.removeAttribute("id");
    // Below the title of a slide there is one level of headings.
    for (const heading of all("section :is(h3, h4, h5, h6)", content)) {
      heading.replaceWith(make("h2", { dir: heading.getAttribute("dir") }, ...heading.childNodes));
    }
    return content;
  }

  // A part of the page as an item with one section: what is below its heading.
  function itemOf(part, kicker) {
    const heading = part.querySelector("h2").textContent;
    const shown = [...(part.querySelector(":scope > details") || part).children].filter((child) => !child.matches("h2, summary, [data-no-slide]"));
    const header = make("header", {}, make("p", { class: "deck-kicker", dir: "auto" }, kicker), make("h1", { class: "deck-title", dir: "auto" }, heading));
    return make("div", { "data-name": heading, "data-lasts": part.dataset.minutes, "data-place": part.dataset.place },
      make("section", {}, header, ...shown.map((child) => child.cloneNode(true))));
  }

  // The items of the meeting, each with its sections. An empty template stands for the parts of its page.
  function items(template) {
    const content = template.content.cloneNode(true);
    if (!content.children.length) content.append(...all(".digest-part").map((part) => itemOf(part, template.dataset.kicker)));
    return [...nameless(content).children].map((item) => ({
      name: item.getAttribute("data-name") || "",
      minutes: Number(item.getAttribute("data-lasts")) || 0,
      place: item.getAttribute("data-place"),
      notes: item.querySelector(":scope > aside"),
      sections: all(":scope > section", item),
    }));
  }

  // All slides, laid out on a stage: `{element, body, item, title}`.
  function lay(items, stage) {
    stage.replaceChildren();
    const slides = items.flatMap((item, number) => item.sections.flatMap((section) => share(section, stage))
      .map((element) => ({ element, item: number })));
    slides.forEach((slide, at) => {
      const title = slide.element.querySelector(".deck-title");
      slide.body = slide.element.querySelector(".deck-body");
      slide.title = title ? title.textContent.trim() : "";
      if (slide.body.scrollHeight > slide.body.clientHeight + 1) slide.body.tabIndex = 0;
      slide.element.classList.remove("deck-measured");
      slide.element.tabIndex = -1;
      slide.element.setAttribute("role", "group");
      slide.element.setAttribute("aria-roledescription", "slide");
      slide.element.setAttribute("aria-label", (at + 1) + " of " + slides.length + ": " + slide.title);
    });
    return slides;
  }

  Object.assign(window.debriefSlides, { items, lay, breakBefore });
})();
