"use strict";
// What is shown and what becomes of clicks and keys.
const Page = (() => {
  const { index } = Data;
  const { el, put } = Paint;
  const by = (id) => document.getElementById(id);
  const FILTERS = ["q", "document", "kind", "rule", "check", "name", "language"];
  const CHUNK = 150; // paragraphs made at a time
  const SLICE = 25; // milliseconds of searching between two looks at the keyboard
  let shown = null; // the number of the document shown
  let pending = []; // paragraphs of it that are not made yet
  let ahead = null; // sees the end of what is made come near
  let whole = null; // the number of the document of which every paragraph is shown, whatever filters say
  let results = null; // hits by document, while a search is on
  let extras = null; // what a review adds

  // The state of the page is its address: links, the back button and a reload keep it.
  const state = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const wanted = () => Object.fromEntries(FILTERS.map((id) => [id, by(id).value.trim()]));
  function go(changes) {
    const next = { ...state(), ...changes };
    delete next.view;
    const kept = Object.entries(next).filter(([, value]) => value !== "");
    location.hash = kept.length ? new URLSearchParams(kept).toString() : "view=documents";
  }

  function follow() {
    const now = state();
    if (Number(now.doc) !== whole) whole = null;
    const view = now.view || (Object.keys(now).length ? "documents" : "summary");
    for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== view;
    for (const link of document.querySelectorAll(".top nav a")) {
      if (link.hash === `#view=${view}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    hideTip(true);
    if (view !== "documents") return;
    for (const id of FILTERS) if (by(id).value.trim() !== (now[id] || "")) by(id).value = now[id] || "";
    search(() => {
      const fitting = list();
      const asked = now.doc === undefined ? fitting[0] : Number(now.doc);
      show(index.documents[asked] ? asked : undefined, now);
    });
  }

  // Searching reads every document, in slices, so that typing is never held up.
  let searching = 0;
  let searched = "";
  function search(then) {
    const query = Data.fold(by("q").value.trim());
    if (query === searched) return then();
    searched = query;
    results = query ? new Map() : null;
    const turn = ++searching;
    if (!query) return then();
    let number = 0;
    const slice = () => {
      if (turn !== searching) return;
      const until = performance.now() + SLICE;
      while (number < index.documents.length && performance.now() < until) {
        const count = Data.found(number, query);
        if (count) results.set(number, count);
        number += 1;
      }
      if (number < index.documents.length) {
        by("count").textContent = `searched ${number} of ${index.documents.length} documents …`;
        setTimeout(slice);
      } else then();
    };
    slice();
  }

  function list() {
    const filters = wanted();
    const fitting = [];
    const items = [];
    index.documents.forEach((entry, number) => {
      if (!Data.entryFits(entry, filters) || (results && !results.has(number))) return;
      fitting.push(number);
      const about = [];
      if (results) about.push(`${results.get(number)} paragraphs`);
      if (entry.doubtful) about.push(`${entry.doubtful} doubtful`);
      if ((entry.documents || {}).failed) about.push(`${entry.documents.failed} names lost`);
      if (entry.message) about.push("to look at");
      const link = el("a", { href: address({ doc: String(number) }), "data-number": String(number) });
      put(link, entry.document);
      if (about.length) link.append(el("br"), el("small", {}, about.join(", ")));
      items.push(el("li", {}, link));
    });
    by("list").replaceChildren(...items);
    const all = index.documents.length;
    by("count").textContent = fitting.length === all ? `${all} documents` : `${fitting.length} of ${all} documents`;
    return fitting;
  }

  function address(changes) {
    const next = { ...state(), ...changes };
    delete next.view;
    delete next.row;
    return `#${new URLSearchParams(Object.entries(next))}`;
  }

  function show(number, now) {
    for (const link of by("list").querySelectorAll("a")) {
      const here = Number(link.dataset.number) === number;
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      if (here) link.scrollIntoView({ block: "nearest" });
    }
    by("rows").replaceChildren();
    by("more").replaceChildren();
    by("facts").replaceChildren();
    pending = [];
    if (number === undefined) {
      shown = null;
      by("text-title").textContent = "No document";
      by("more").textContent = "No document fits the filters.";
      return;
    }
    shown = number;
    const entry = index.documents[number];
    by("text-title").replaceChildren();
    put(by("text-title"), entry.document);
    put(by("facts"), facts(entry));
    const doc = Data.text(number);
    const filters = wanted();
    const only = by("only").checked;
    let skipped = 0;
    for (const row of doc.rows) {
      if (whole === number || (Data.rowFits(doc, row, filters) && (!only || Data.notable(doc, row)))) {
        if (skipped) pending.push(skipped);
        skipped = 0;
        pending.push(row);
      } else skipped += 1;
    }
    if (skipped) pending.push(skipped);
    more(now.row ? Infinity : CHUNK);
    if (now.row) by("rows").querySelector(`[data-line="${CSS.escape(now.row)}"]`)?.scrollIntoView({ block: "center" });
  }

  function facts(entry) {
    const known = entry.facts || {};
    const parts = [known.title, known.date, known.source, known.language && `language ${known.language}`, known.encoding];
    if (!entry.cleaned) parts.push("not cleaned");
    else if (!entry.translated) parts.push("not translated");
    parts.push(entry.message);
    return parts.filter(Boolean).join(" · ");
  }

  function more(count) {
    const doc = Data.text(shown);
    const entry = index.documents[shown];
    const made = pending.splice(0, count).map((row) => (typeof row === "number" ? gap(row) : Paint.paragraph(doc, entry, row)));
    by("rows").append(...made);
    by("more").replaceChildren();
    ahead.unobserve(by("more")); // asked anew: the end may be in sight still
    if (pending.length) ahead.observe(by("more"));
    if (extras) extras.shown();
    if (pending.length) {
      const button = el("button", { type: "button" }, `${pending.length} more`);
      button.addEventListener("click", () => more(CHUNK));
      by("more").append(button);
    }
    Paint.highlight(by("rows"), Data.fold(by("q").value.trim()));
  }

  function gap(count) {
    const button = el("button", { type: "button" }, `${count} other ${count === 1 ? "paragraph" : "paragraphs"}`);
    button.addEventListener("click", () => { whole = shown; show(shown, state()); });
    return el("div", { role: "row", class: "gap" }, el("div", { role: "cell" }, button));
  }

  let pinned = null; // the element whose tip stays open
  let owner = null;
  function tip(target, pin) {
    if (pinned && !pin) return;
    const box = by("tip");
    if (owner) owner.removeAttribute("aria-describedby");
    owner = target;
    pinned = pin ? target : null;
    box.replaceChildren(...Paint.told(Data.text(shown), target));
    box.setAttribute("role", pin ? "dialog" : "tooltip");
    if (pin) {
      box.setAttribute("aria-label", "What is known of this");
      const close = el("button", { type: "button" }, "Close");
      close.addEventListener("click", () => hideTip(true));
      const actions = el("div", { class: "actions" }, ...(extras ? extras.actions(target, shown) : []), close);
      box.append(actions);
    } else target.setAttribute("aria-describedby", "tip");
    box.hidden = false;
    place();
    if (pin) box.querySelector("button")?.focus();
  }

  // Under what it tells of, or above, or beside: never over it, where a click would miss.
  function place() {
    const box = by("tip");
    const around = owner.getBoundingClientRect();
    box.style.top = box.style.left = "0"; // where it stood before would narrow it
    const size = box.getBoundingClientRect();
    const { clientWidth: wide, clientHeight: high } = document.documentElement; // without scroll bars
    const fits = (at, length, whole) => at >= 4 && at + length <= whole - 4;
    const clamp = (at, length, whole) => Math.max(4, Math.min(at, whole - length - 4));
    let top = [around.bottom + 6, around.top - size.height - 6].find((at) => fits(at, size.height, high));
    let left = clamp(around.left, size.width, wide);
    if (top === undefined) {
      top = clamp(around.top, size.height, high);
      const beside = [around.right + 6, around.left - size.width - 6];
      left = beside.find((at) => fits(at, size.width, wide)) ?? left;
    }
    box.style.top = `${top}px`;
    box.style.left = `${left}px`;
  }

  function hideTip(unpin) {
    if (pinned && !unpin) return;
    if (owner) owner.removeAttribute("aria-describedby");
    const back = pinned;
    pinned = owner = null;
    const inside = by("tip").contains(document.activeElement);
    by("tip").hidden = true;
    if (back && inside && back.isConnected) back.focus();
  }

  // Both sides of a sentence are lit together.
  function light(number) {
    for (const one of by("rows").querySelectorAll(".said.lit")) one.classList.remove("lit");
    if (number !== undefined) for (const one of by("rows").querySelectorAll(`.said[data-s="${number}"]`)) one.classList.add("lit");
  }

  // Going from mark to mark, or from document to document.
  function step(by_) {
    const marks = [...by("rows").querySelectorAll(".raw .mark, .cleaned .mark, .said.doubt[tabindex]")].filter((one) => one.offsetParent);
    const here = marks.indexOf(document.activeElement);
    const next = marks[here < 0 ? (by_ > 0 ? 0 : marks.length - 1) : here + by_];
    if (next) {
      next.scrollIntoView({ block: "center" });
      next.focus();
    } else if (by_ > 0 && pending.length) {
      more(CHUNK);
      step(by_);
    }
  }
  function turn(by_) {
    const numbers = [...by("list").querySelectorAll("a")].map((link) => Number(link.dataset.number));
    const next = numbers[numbers.indexOf(shown) + by_];
    if (next !== undefined) location.hash = address({ doc: String(next) });
  }

  const KEYS = {
    "/": () => {
      if (by("documents").hidden) {
        location.hash = "#view=documents";
        follow(); // now: what is hidden takes no focus
      }
      by("q").focus();
    },
    n: () => step(1), p: () => step(-1), j: () => turn(1), k: () => turn(-1),
    "?": () => by("help").showModal(),
  };

  function listen() {
    addEventListener("hashchange", follow);
    let typing;
    by("filters").addEventListener("input", (event) => {
      clearTimeout(typing);
      typing = setTimeout(() => go(wanted()), event.target.type === "search" ? 250 : 0);
    });
    by("filters").addEventListener("submit", (event) => event.preventDefault());
    by("clear").addEventListener("click", () => { for (const id of FILTERS) by(id).value = ""; go(wanted()); });
    by("only").addEventListener("change", () => { whole = null; show(shown ?? undefined, state()); });
    for (const pane of ["raw", "cleaned", "english"]) {
      by(`show-${pane}`).addEventListener("change", () => {
        by("panes").classList.toggle(`no-${pane}`, !by(`show-${pane}`).checked);
        const count = ["raw", "cleaned", "english"].filter((one) => by(`show-${one}`).checked).length;
        by("panes").style.setProperty("--panes", String(Math.max(1, count)));
      });
    }
    by("previous").addEventListener("click", () => turn(-1));
    by("next").addEventListener("click", () => turn(1));
    by("keys").addEventListener("click", () => by("help").showModal());
    by("theme").addEventListener("click", () => {
      const root = document.documentElement;
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    });
    const ours = (event) => event.target.closest?.("#rows .mark, #rows .said");
    const asked = (event) => event.target.closest?.("#rows .mark, #rows .said, #rows .decide");
    by("rows").addEventListener("mouseover", (event) => { const one = ours(event); light(one?.dataset.s); if (one) tip(one); });
    by("rows").addEventListener("mouseout", (event) => { if (!by("tip").contains(event.relatedTarget)) hideTip(); });
    by("tip").addEventListener("mouseleave", () => hideTip());
    by("rows").addEventListener("focusin", (event) => { const one = ours(event); light(one?.dataset.s); if (one) tip(one); });
    by("rows").addEventListener("focusout", (event) => { if (!by("tip").contains(event.relatedTarget)) hideTip(); });
    by("rows").addEventListener("click", (event) => { const one = asked(event); if (one) tip(one, true); });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return hideTip(true);
      if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.("input, select, textarea, dialog")) return undefined;
      const one = event.target.closest?.("#rows .mark, #rows .said[tabindex]");
      if (one && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        return tip(one, true);
      }
      if (Object.hasOwn(KEYS, event.key)) {
        event.preventDefault();
        KEYS[event.key]();
      }
      return undefined;
    });
    const near = (seen) => { if (seen.at(-1).isIntersecting && pending.length) more(CHUNK); };
    ahead = new IntersectionObserver(near, { rootMargin: "1000px" });
  }

  function options(id, values) {
    by(id).append(...[...values].sort().map((value) => el("option", { value }, value)));
  }

  function start(review) {
    extras = review || null;
    options("kind", new Set(Object.keys(index.rules).map(Data.kindOf)));
    options("rule", Object.keys(index.rules));
    options("check", new Set(index.documents.flatMap((entry) => Object.keys(entry.checks || {}))));
    options("language", new Set(index.documents.map((entry) => (entry.facts || {}).language || "not known")));
    listen();
    follow();
  }

  const say = (message) => { by("status").textContent = message; };
  const shownNumber = () => shown;
  return { by, start, say, place, hideTip, shownNumber };
})();
if (!Data.index.review) Page.start();
