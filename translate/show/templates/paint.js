"use strict";
// From data to elements. Texts only ever become text nodes: nothing in them can be markup.
const Paint = (() => {
  const { index } = Data;

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name in made && typeof value !== "string") made[name] = value;
      else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  }

  // Signs that show nothing, or turn the line around, are shown as what they are.
  const SIGNS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
  function put(parent, string) {
    let rest = string;
    for (let at = rest.search(SIGNS); at >= 0; at = rest.search(SIGNS)) {
      if (at) parent.append(rest.slice(0, at));
      const code = rest.charCodeAt(at).toString(16).padStart(4, "0");
      if (rest[at] !== "\r") parent.append(el("span", { class: "sign" }, `\\u${code}`));
      rest = rest.slice(at + 1);
    }
    if (rest) parent.append(rest);
    return parent;
  }

  function paragraph(doc, entry, row) {
    const raw = el("div", { role: "cell", class: "raw", "data-pane": "raw", dir: "auto" });
    const cleaned = el("div", { role: "cell", class: "cleaned", "data-pane": "cleaned", dir: "auto" });
    const english = el("div", { role: "cell", class: "english", "data-pane": "English", dir: "auto" });
    row.p.forEach((piece, at) => {
      const last = at === row.p.length - 1;
      if (typeof piece === "string") put(raw, ended(piece, last));
      else if (piece[0]) raw.append(mark(doc, "del", ended(piece[0], last), piece[2]));
    });
    if (entry.cleaned) left(doc, row, cleaned);
    const parts = row.e || [];
    parts.forEach((part, at) => {
      const last = at === parts.length - 1;
      if (typeof part === "string") put(english, ended(part, last));
      else english.append(sentence(doc, ended(part[0], last), part[1]));
    });
    const line = Data.newOf(row).trim();
    if (index.review && line && !line.includes("\n")) {
      const label = "Decide about this paragraph";
      cleaned.prepend(el("button", { type: "button", class: "decide", "aria-label": label, "data-text": line }, "…"));
    }
    return el("div", { role: "row", "data-line": String(row.l) }, raw, cleaned, english);
  }

  const ended = (string, last) => (last ? string.replace(/\n$/, "") : string);

  // What is left of a paragraph: its pieces, cut where sentences begin and end.
  function left(doc, row, cell) {
    const places = [...(row.s || [])];
    let at = 0;
    let span = null;
    for (const piece of row.p) {
      let rest = typeof piece === "string" ? piece : piece[1];
      while (rest) {
        const place = places[0];
        let size = rest.length;
        if (place && at < place[0]) size = Math.min(size, place[0] - at);
        else if (place) {
          size = Math.min(size, place[1] - at);
          if (!span) cell.append((span = el("span", { class: "said", "data-s": String(place[2]) })));
        }
        const here = span || cell;
        const part = rest.slice(0, size);
        if (typeof piece === "string") put(here, part);
        else here.append(mark(doc, "ins", part, piece[2]));
        at += size;
        rest = rest.slice(size);
        if (place && at >= place[1]) {
          places.shift();
          span = null;
        }
      }
    }
  }

  function mark(doc, tag, string, numbers) {
    const kind = Data.kindOf(doc.edits[numbers[0]][0]);
    const made = el(tag, { class: `mark ${kind === "repair" ? "repair" : "other"}`, tabindex: "0", role: "button", "data-e": numbers.join(" ") });
    return put(made, string.replace(/^\n+$/, "⏎"));
  }

  function sentence(doc, string, number) {
    const known = doc.sentences[number];
    const made = el("span", { class: known.d ? "said doubt" : "said", "data-s": String(number) });
    if (known.d || index.review) {
      made.tabIndex = 0;
      made.setAttribute("role", "button");
    }
    return put(made, string);
  }

  // What is known of a change or a sentence.
  function told(doc, target) {
    const parts = [];
    const line = (name, ...rest) => parts.push(el("p", {}, ...(name ? [el("span", { class: "name" }, `${name} `)] : []), ...rest));
    if (target.dataset.e) {
      for (const number of target.dataset.e.split(" ")) {
        const [rule, reason] = doc.edits[number];
        for (const one of index.rules[rule] || []) {
          const kind = index.terms.kinds[one.kind] || "";
          line(one.kind === "repair" ? "repaired" : one.kind, kind);
          line("rule", el("code", {}, one.rule), one.about ? `: ${one.about}` : "", one.place ? ` (${one.place})` : "");
        }
        line("why", put(el("span"), reason));
      }
    } else if (target.dataset.s) {
      const known = doc.sentences[target.dataset.s];
      if (known.d) line("doubtful", "a reader should look at this sentence");
      if (known.p !== undefined) line("probability of being right", String(known.p));
      for (const check of known.c || []) line("", put(el("span"), check), ` — ${index.terms.checks[Data.checkOf(check)] || ""}`);
      for (const [name, target_, status] of known.n || []) line("name", put(el("span"), name === target_ ? name : `${name} → ${target_}`), `: ${status}`);
      for (const [from, to] of known.r || []) line("repair", put(el("span"), `${from} → ${to}`));
      if (!parts.length) line("", "no doubt, no name of the glossary");
    } else line("paragraph", put(el("span"), target.dataset.text));
    return parts;
  }

  // What was searched for is lit, without a change to the text.
  function highlight(rows, query) {
    if (!CSS.highlights) return;
    const ranges = [];
    for (const cell of query ? rows.querySelectorAll('[role="cell"]') : []) {
      const nodes = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const places = [];
      let whole = "";
      while (nodes.nextNode()) {
        places.push([whole.length, nodes.currentNode]);
        whole += nodes.currentNode.data;
      }
      const spot = (at, end) => places.findLast(([start]) => (end ? start < at : start <= at));
      const folded = Data.fold(whole);
      for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + query.length)) {
        const range = new Range();
        const [low, first] = spot(at, false);
        const [high, last] = spot(at + query.length, true);
        range.setStart(first, at - low);
        range.setEnd(last, at + query.length - high);
        ranges.push(range);
      }
    }
    CSS.highlights.set("hits", new Highlight(...ranges));
  }

  return { el, put, paragraph, told, highlight };
})();
