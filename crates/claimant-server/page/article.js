// The article as it is read: paragraphs, marks, and a numbered note at the end of each claim.

import { h } from "./dom.js";
import { fill, marks } from "./marks.js";
import { toUnits } from "./offsets.js";
import { claimPlace, day, says, speaker, title } from "./words.js";

/** The article of a report. `chosen(claim, how)` hears of hovering ("over"), "focus", "click", and of a click beside all claims ("none"). */
export function article(report, chosen) {
  const text = report.document.text;
  const sorted = marks(report);
  const kinds = regions(report);
  const notes = new Map();
  const body = h("div", { class: "prose" });
  let next = 0;
  let carried = [];
  for (const { start, end } of lines(text)) {
    const within = carried.filter((mark) => mark.end > start);
    for (; next < sorted.length && sorted[next].start < end; next += 1) if (sorted[next].end > start) within.push(sorted[next]);
    carried = within.filter((mark) => mark.end > end);
    // A dateline opens the line that it is in.
    const kind = kinds(kinds(start) === "dateline" ? end - 1 : start);
    const line = h(kind === "post" ? "blockquote" : "p", { class: `line ${kind}` });
    fill(line, text, start, end, within, (mark, element) => {
      if (mark.kind === "content") notes.set(mark.claim, element);
    });
    body.append(line);
  }
  number(report, notes, chosen);
  listen(body, chosen);
  const { published } = report.document;
  return h(
    "article",
    { class: "article", "aria-label": title(report) },
    published && h("p", { class: "dateline-given" }, h("time", { datetime: published.value }, day(published.value)), basis(published)),
    body,
  );
}

const BASIS = { given: "", metadata: ", by its metadata", dateline: ", by its dateline", "embedded-post": ", by a post in it" };
const basis = (published) => BASIS[published.basis] ?? "";

/** Lines that hold more than white space. */
function lines(text) {
  const found = [];
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    if (match[0].trim()) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The kind of region at a place; places are asked for from first to last. */
function regions(report) {
  const unit = toUnits(report.document.text);
  const spans = (report.document.regions ?? []).flatMap(({ kind, spans }) => spans.map(([start, end]) => [unit(start), unit(end), kind]));
  spans.sort(([one], [other]) => one - other);
  let next = 0;
  return (at) => {
    while (next < spans.length && spans[next][1] <= at) next += 1;
    return spans[next]?.[0] <= at ? spans[next][2] : "body";
  };
}

/** The notes' numbers, which the keyboard walks through. */
function number(report, notes, chosen) {
  for (const [index, claim] of report.claims.entries()) {
    const last = notes.get(claim.id);
    if (!last) continue;
    const who = speaker(claim, report);
    const label = `Claim ${index + 1}. ${who} ${says(claim.act)}: ${claim.content.text}`;
    last.append(
      h("button", {
        type: "button", class: "note", "data-note": claim.id, "aria-label": label,
        onfocus: () => chosen(claim.id, "focus"), onclick: () => chosen(claim.id, "click"),
      }, String(index + 1)),
    );
  }
}

/** The claim last pointed at stays: whoever goes on to its card finds it there. */
function listen(body, chosen) {
  const id = (event) => {
    const element = event.target.closest?.("[data-claim], [data-note]");
    return element?.dataset.note ?? element?.dataset.claim;
  };
  let over = null;
  body.addEventListener("pointerover", (event) => {
    const now = id(event);
    if (event.pointerType === "touch" || !now || now === over) return;
    over = now;
    chosen(now, "over");
  });
  body.addEventListener("click", (event) => {
    if (event.target.closest("button") || String(getSelection())) return;
    over = id(event) ?? null;
    chosen(over, over ? "click" : "none");
  });
}

/** Shows one claim among the marks below `root`, or none. */
export function show(root, report, id) {
  for (const element of root.querySelectorAll(".on, .named, .outer, .inner")) element.classList.remove("on", "named", "outer", "inner");
  root.classList.toggle("has-claim", Boolean(id));
  const claim = id && report.claims[claimPlace(report, id)];
  if (!claim) return;
  const of = (one) => root.querySelectorAll(`[data-claim="${CSS.escape(one)}"], [data-note="${CSS.escape(one)}"]`);
  for (const element of of(id)) element.classList.add("on");
  for (const outer of around(report, claim)) for (const element of of(outer)) element.classList.add("outer");
  for (const inner of report.claims) if (inner.within === id) for (const element of of(inner.id)) element.classList.add("inner");
  for (const { entity } of claim.sources ?? []) {
    if (!entity) continue;
    for (const element of root.querySelectorAll(`[data-entity="${CSS.escape(entity)}"]`)) element.classList.add("named");
  }
}

/** The claims that one lies within, the nearest first. */
function around(report, claim) {
  const outer = [];
  for (let id = claim.within; id && !outer.includes(id); id = report.claims[claimPlace(report, id)]?.within) outer.push(id);
  return outer;
}
