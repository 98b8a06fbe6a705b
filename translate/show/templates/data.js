"use strict";
// What the page knows, and questions to it; nothing here touches what is shown.
const Data = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const index = read("index");
  const opened = new Map();
  const KEPT = 8; // documents kept ready

  // A document is read when it is asked for: thousands of them would take seconds.
  function text(number) {
    if (!opened.has(number)) {
      if (opened.size >= KEPT) opened.delete(opened.keys().next().value);
      opened.set(number, read(`d${number}`));
    }
    return opened.get(number);
  }

  // Letters without case and accents, one for one, so that places stay.
  const letters = new Map();
  function fold(string) {
    let out = "";
    for (const sign of string) {
      let plain = letters.get(sign);
      if (plain === undefined) {
        const bare = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
        plain = bare.length === sign.length ? bare : sign === "’" ? "'" : sign;
        if (/\s/.test(sign)) plain = " ";
        if (sign === "’") plain = "'";
        letters.set(sign, plain);
      }
      out += plain;
    }
    return out;
  }

  const oldOf = (row) => row.p.map((piece) => (typeof piece === "string" ? piece : piece[0])).join("");
  const newOf = (row) => row.p.map((piece) => (typeof piece === "string" ? piece : piece[1])).join("");
  const englishOf = (row) => (row.e || []).map((part) => (typeof part === "string" ? part : part[0])).join("");
  const editsOf = (row) => row.p.flatMap((piece) => (typeof piece === "string" ? [] : piece[2]));
  function sentencesOf(row) {
    const numbers = (row.s || []).map((place) => place[2]);
    for (const part of row.e || []) if (typeof part !== "string") numbers.push(part[1]);
    return [...new Set(numbers)];
  }

  const kindOf = (rule) => index.kinds[rule];
  const checkOf = (check) => check.split(":", 1)[0];

  // Whether a document may have a paragraph that the filters want, by its entry alone.
  function entryFits(entry, wanted) {
    const has = (counts, key) => counts && (key === "*" ? Object.keys(counts).length > 0 : counts[key]);
    if (wanted.document && !fold(entry.document).includes(fold(wanted.document))) return false;
    if (wanted.language && ((entry.facts || {}).language || "not known") !== wanted.language) return false;
    if (wanted.kind && !has(entry.kinds, wanted.kind)) return false;
    if (wanted.rule && !has(entry.rules, wanted.rule)) return false;
    if (wanted.check && !(wanted.check === "*" ? entry.doubtful : has(entry.checks, wanted.check))) return false;
    if (wanted.name && !has(entry.names, wanted.name)) return false;
    return true;
  }

  function editFits(doc, number, wanted) {
    const rule = doc.edits[number][0];
    return (!wanted.kind || kindOf(rule) === wanted.kind) && (!wanted.rule || rule === wanted.rule);
  }

  function sentenceFits(sentence, wanted) {
    const checks = (sentence.c || []).map(checkOf);
    if (wanted.check === "*" ? !sentence.d : wanted.check && !checks.includes(wanted.check)) return false;
    const states = (sentence.n || []).map((name) => name[2]);
    if (wanted.name === "*" ? !states.length : wanted.name && !states.includes(wanted.name)) return false;
    return true;
  }

  function rowFits(doc, row, wanted) {
    if ((wanted.kind || wanted.rule) && !editsOf(row).some((n) => editFits(doc, n, wanted))) return false;
    if ((wanted.check || wanted.name) && !sentencesOf(row).some((n) => sentenceFits(doc.sentences[n], wanted))) return false;
    return !wanted.q || hits(row, fold(wanted.q)) > 0;
  }

  function hits(row, query) {
    return [oldOf(row), newOf(row), englishOf(row)].filter((side) => fold(side).includes(query)).length;
  }

  // How many paragraphs of a document hold the query.
  function found(number, query) {
    const doc = opened.get(number) || read(`d${number}`);
    return doc.rows.filter((row) => hits(row, query)).length;
  }

  // Whether a reader has something to look at in a paragraph.
  const notable = (doc, row) => editsOf(row).length > 0 || sentencesOf(row).some((n) => doc.sentences[n].d);

  return { index, text, fold, found, kindOf, checkOf, entryFits, rowFits, notable, newOf };
})();
