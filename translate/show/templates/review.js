"use strict";
// What a review adds to the page: things are decided, and written at once by the server.
(() => {
  const { index } = Data;
  const { el, put } = Paint;
  const { by } = Page;
  const review = index.review;
  const TITLES = { restore: "Restored", keep: "Lines to keep", drop: "Lines to drop", correct: "Corrected sentences" };

  // Asks the server; whatever comes of it, the page shows what is decided now and says so.
  async function ask(asked, done) {
    let answer;
    let said;
    try {
      answer = await fetch("decide", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Corpus-Token": review.token },
        body: JSON.stringify({ version: review.version, ...asked }),
      });
      said = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : { message: await answer.text() };
    } catch {
      Page.say("The server does not answer: it was stopped. This was not written; what was decided before is. Start corpus review again, and open the address it prints.");
      return undefined;
    }
    for (const key of ["version", "decisions"]) if (said[key] !== undefined) review[key] = said[key];
    Page.say(answer.ok ? done : said.message || "The server refused.");
    listed();
    marked();
    return answer.ok ? said : undefined;
  }

  const WRITTEN = `Written to ${review.file}. The next corpus run makes it so.`;
  const add = (table, entry) => ask({ do: "add", table, entry }, WRITTEN);
  const withdraw = (table, entry) => ask({ do: "withdraw", table, entry }, `Withdrawn from ${review.file}.`);

  // The entry that restores a change: the text it took, and the line in which that begins.
  function restoring(target, number) {
    const doc = Data.text(number);
    const wanted = Number(target.dataset.e.split(" ")[0]);
    let text = "";
    let line = 0;
    for (const row of doc.rows) {
      let here = row.l;
      for (const piece of row.p) {
        const old = typeof piece === "string" ? piece : piece[0];
        if (typeof piece !== "string" && piece[2].includes(wanted)) {
          line ||= here;
          text += old;
        }
        here += old.split("\n").length - 1;
      }
    }
    const bare = text.trim() ? text.replace(/^\s*\n/, "").trim() : text;
    line += text.slice(0, text.indexOf(bare)).split("\n").length - 1;
    return { document: index.documents[number].document, line, text: bare, rule: doc.edits[wanted][0] };
  }

  const same = (one, other, keys) => keys.every((key) => one[key] === other[key]);
  const decided = (table, entry, keys) => (review.decisions[table] || []).find((one) => same(one, entry, keys));
  const PLACE = ["document", "line", "text"];

  // A pattern for lines like this: its words as they are, its numbers any.
  function pattern(line) {
    const words = line.trim();
    const escaped = words.slice(0, 80).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\d+/g, "\\d+");
    return `^\\s*${escaped}${words.length > 80 ? "" : "\\s*$"}`;
  }

  function button(title, action) {
    const made = el("button", { type: "button" }, title);
    made.addEventListener("click", action);
    return made;
  }

  // A form in the tip; what was typed stays there until it is written.
  function form(box, title, label, value, long, send) {
    const field = el(long ? "textarea" : "input", { "aria-label": label, rows: "4", spellcheck: long ? "true" : "false" });
    field.value = value;
    const made = el("form", {}, el("label", {}, label), field, el("button", {}, title));
    made.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (field.value.trim() && (await send(field.value.trim()))) Page.hideTip(true);
    });
    box.querySelector("form")?.remove();
    box.append(made);
    Page.place(); // it has grown
    field.focus();
  }

  function actions(target, number) {
    if (target.dataset.e) return ofChange(target, number);
    if (target.dataset.s) return ofSentence(target, number);
    return [dropping(target.dataset.text)];
  }

  function ofChange(target, number) {
    const entry = restoring(target, number);
    const there = decided("restore", entry, PLACE);
    const made = [there
      ? button("Take the restoring back", async () => { if (await withdraw("restore", there)) Page.hideTip(true); })
      : button("Restore this", async () => { if (await add("restore", entry)) Page.hideTip(true); })];
    if (target.tagName === "DEL" && !entry.rule.split(" + ").every((one) => one.startsWith("repair."))) {
      const send = (value) => add("keep", { pattern: value });
      made.push(button("Keep lines like this …", () => form(by("tip"), "Keep them", "Lines that match are never removed (RE2)", pattern(target.textContent), false, send)));
    }
    return made;
  }

  function ofSentence(target, number) {
    const doc = Data.text(number);
    const source = sourceOf(doc, Number(target.dataset.s));
    if (!source) return [];
    const there = decided("correct", { source }, ["source"]);
    const now = there ? there.english : target.closest("#rows").querySelector(`.english [data-s="${target.dataset.s}"]`)?.textContent || "";
    const send = (english) => add("correct", { source, english: english.replace(/\s+/g, " ") });
    const made = [button("Correct the English …", () => form(by("tip"), "Save", `English of: ${source}`, now, true, send))];
    if (there) made.push(button("Take the correction back", async () => { if (await withdraw("correct", there)) Page.hideTip(true); }));
    return made;
  }

  function sourceOf(doc, sentence) {
    const parts = doc.rows.flatMap((row) => (row.s || []).filter((place) => place[2] === sentence).map((place) => Data.newOf(row).slice(place[0], place[1])));
    return parts.join("").replace(/\s+/g, " ").trim();
  }

  const dropping = (line) => button("Drop lines like this …", () => form(by("tip"), "Drop them", "Lines that match are always removed (RE2)", pattern(line), false, (value) => add("drop", { pattern: value })));

  // What is decided already is marked in the texts.
  function marked() {
    const number = Page.shownNumber();
    if (number === null) return;
    const doc = Data.text(number);
    const here = review.decisions.restore.some((one) => one.document === index.documents[number].document);
    for (const mark of by("rows").querySelectorAll("[data-e]")) {
      mark.classList.toggle("decided", here && Boolean(decided("restore", restoring(mark, number), PLACE)));
    }
    const corrected = new Set(review.decisions.correct.map((one) => one.source.replace(/\s+/g, " ").trim()));
    for (const said of by("rows").querySelectorAll(".english .said")) {
      said.classList.toggle("decided", corrected.size > 0 && corrected.has(sourceOf(doc, Number(said.dataset.s))));
    }
  }

  // The list of all decisions, each with a way back.
  function listed() {
    const parts = [];
    for (const [table, title] of Object.entries(TITLES)) {
      const entries = review.decisions[table] || [];
      parts.push(el("h2", {}, `${title} (${entries.length})`));
      for (const entry of entries) {
        const { note, ...said } = entry;
        const words = el("p");
        if (table === "correct") put(words, `${entry.source} → ${entry.english}`);
        else if (table === "restore") put(words, `${entry.document}:${entry.line}: ${entry.text}`);
        else words.append(put(el("code"), entry.pattern));
        if (note) put(words, ` (${note})`);
        const back = button("Withdraw", () => withdraw(table, said));
        back.setAttribute("aria-label", `Withdraw: ${words.textContent}`);
        parts.push(el("div", { class: "decision" }, words, back));
      }
    }
    by("decided").replaceChildren(...parts);
  }

  // Names that the glossary lacks, and spellings near a name: each is accepted or rejected.
  async function proposed() {
    const said = await ask({ do: "names" }, "");
    if (!said) return;
    const parts = said.names.map((one) => {
      const words = el("p");
      put(words, one.spelling ? `${one.spelling} = ${one.canonical}?` : `${one.canonical}: a name?`);
      words.append(el("small", {}, ` ${one.kind} ${one.count} times`));
      for (const place of one.places) words.append(el("br"), put(el("small"), place));
      const row = el("div", { class: "decision" }, words);
      const about = { canonical: one.canonical, spelling: one.spelling, kind: one.kind };
      const choose = (title, wanted) => {
        const made = button(title, async () => { if (await ask({ do: wanted, ...about }, `${title}ed: ${one.spelling || one.canonical}. The next corpus run makes it so.`)) row.remove(); });
        made.setAttribute("aria-label", `${title}: ${one.spelling || one.canonical}`);
        return made;
      };
      row.append(el("div", { class: "actions" }, choose("Accept", "accept"), choose("Reject", "reject")));
      return row;
    });
    by("names").replaceChildren(...(parts.length ? parts : [el("p", {}, "Nothing that is not decided.")]));
  }

  const section = el("section", { id: "decisions", "aria-label": "Decisions", hidden: true },
    el("div", { id: "decided" }), el("h2", {}, "Names"), button("Look for names and spellings", proposed), el("div", { id: "names" }));
  by("main").append(section);
  by("more-pages").append(el("a", { href: "#view=decisions" }, "Decisions"));
  listed();
  Page.start({ actions, shown: marked });
})();
