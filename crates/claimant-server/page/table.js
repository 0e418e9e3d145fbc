// Every claim in a table that sorts and filters.

import { h } from "./dom.js";
import { claimLink } from "./card.js";
import { bounds, count, counted, letter, order, says, speaker } from "./words.js";

const COLUMNS = [
  ["number", "No."], ["source", "Source"], ["act", "Act"], ["content", "Content"], ["figure", "Figures"], ["said", "Said"],
];

/** The table with its filters. `kept` holds what is filtered and how it is sorted; `changed()` hears of changes. */
export function table(found, kept, go, changed) {
  const rows = found.documents.flatMap((report, document) => report.claims.map((claim, index) => entry(found, report, document, claim, index, go)));
  const body = h("tbody", { role: "rowgroup" });
  const shown = h("p", { class: "shown", role: "status" });
  const heads = COLUMNS.map(([key, name]) => h("th", { scope: "col", role: "columnheader" }, h("button", { type: "button", onclick: () => sort(key) }, name)));
  const options = (key) => [...new Set(rows.map((row) => row.keys[key]))].sort(order);
  const choice = (key, name, all, label = (value) => value) =>
    h("label", {}, h("span", {}, name), h("select", { "data-filter": key, onchange: set(key) },
      h("option", { value: "" }, all), options(key).map((value) => h("option", { value, selected: kept[key] === value }, label(value)))));
  const set = (key) => (event) => {
    kept[key] = event.target.value || undefined;
    changed();
    draw();
  };
  const filters = h("form", { class: "filters", "aria-label": "Filter the claims", onsubmit: (event) => event.preventDefault() },
    choice("source", "Source", "all sources"),
    choice("act", "Act", "all acts", says),
    h("label", {}, h("span", {}, "Figures"), h("select", { "data-filter": "figures", onchange: set("figures") },
      h("option", { value: "" }, "with or without"), h("option", { value: "with", selected: kept.figures === "with" }, "with figures"), h("option", { value: "without", selected: kept.figures === "without" }, "without"))),
    choice("voice", "Voice", "all voices", (voice) => (voice === "narrator" ? "the article’s own" : voice)),
    h("label", { class: "grow" }, h("span", {}, "Words"), h("input", { type: "search", "data-filter": "words", value: kept.words, oninput: set("words") })));

  function sort(key) {
    [kept.sort, kept.down] = [key, kept.sort === key && !kept.down];
    changed();
    draw();
  }
  function draw() {
    const words = (kept.words ?? "").toLocaleLowerCase("en");
    const passes = ({ keys, text }) =>
      ["source", "act", "voice", "figures"].every((key) => !kept[key] || keys[key] === kept[key]) && text.includes(words);
    const by = kept.sort ?? "number";
    const before = (a, b) => compare(a.keys[by], b.keys[by]) || compare(a.keys.number, b.keys.number);
    const left = rows.filter(passes).sort((a, b) => (kept.down ? before(b, a) : before(a, b)));
    body.replaceChildren(...left.map((row) => row.element));
    shown.textContent = left.length === rows.length ? count(rows.length, "claim") : `${left.length} of ${count(rows.length, "claim")}`;
    for (const [index, [key]] of COLUMNS.entries()) heads[index].setAttribute("aria-sort", key !== by ? "none" : kept.down ? "descending" : "ascending");
  }
  draw();
  return [filters, shown, h("table", { role: "table", "aria-label": "Claims" }, h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)), body)];
}

// Where there is nothing to sort by comes last.
const compare = (a, b) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : typeof a === "number" ? a - b : order(a, b));

function entry(found, report, document, claim, index, go) {
  const figures = claim.figures ?? [];
  const source = speaker(claim, report);
  const keys = {
    number: document * 1e6 + index, source, act: claim.act, content: claim.content.text, voice: claim.voice,
    figure: figures.length ? (figures[0].high ?? figures[0].low) : null, figures: figures.length ? "with" : "without", said: claim.said_at?.value ?? null,
  };
  const cell = (name, ...children) => h("td", { role: "cell", "data-name": name }, children);
  const link = claimLink(found, { document, claim: claim.id }, go);
  link.replaceChildren(h("span", { class: "number" }, `${found.documents.length > 1 ? letter(document) : ""}${index + 1}`));
  const element = h("tr", { role: "row", "data-row": claim.id },
    cell("No.", link), cell("Source", source), cell("Act", says(claim.act)), cell("Content", h("span", { class: "clip" }, claim.content.text)),
    cell("Figures", figures.map((figure) => h("div", { title: bounds(figure) }, h("b", {}, figure.text), ` ${counted(figure)}`))),
    cell("Said", claim.said_at ? (claim.said_at.value ?? claim.said_at.text) : ""));
  return { keys, element, text: `${source} ${claim.content.text} ${claim.cue?.text ?? ""}`.toLocaleLowerCase("en") };
}
