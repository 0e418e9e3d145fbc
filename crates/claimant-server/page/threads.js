// Several articles set against each other: who holds what about each matter, and since when.

import { h } from "./dom.js";
import { claimLink } from "./card.js";
import { plot } from "./plot.js";
import { RELATION, count, day, letter, list, shortDay, title } from "./words.js";

export function threads(found, go) {
  if (!found.threads.length) return h("p", {}, "No two claims speak of the same matter.");
  return [copies(found), found.threads.map((thread) => section(found, thread, go))];
}

/** What is compared, by letter. */
export function accounts(found, choose) {
  return h("ol", { class: "accounts" }, found.documents.map((report, index) =>
    h("li", {}, h("button", { type: "button", onclick: () => { choose(index); document.getElementById("tabs").scrollIntoView(); } },
      h("span", { class: "number" }, letter(index)), ` ${title(report, 60)}`), h("small", {}, about(report)))));
}

const about = (report) => [report.document.id, day(report.document.published?.value)].filter(Boolean).join(", ");

function copies(found) {
  return found.duplicates.map(({ kept, documents }) => {
    const others = documents.filter((one) => one !== kept).map(letter);
    return h("p", { class: "copies" }, `${list(others)} ${others.length === 1 ? "has" : "have"} the text of ${letter(kept)}: counted once.`);
  });
}

function section(found, thread, go) {
  const figures = (thread.figures ?? []).filter((one) => one.low !== null || one.high !== null);
  const readings = figures.map((figure) => {
    const position = thread.positions[figure.position];
    return { ...figure, who: holder(position), when: shortDay(figure.date), denied: position?.polarity === "negative", to: claimLink(found, figure, go, true) };
  });
  const within = new Set(thread.claims.map(key));
  const met = found.relations.filter((relation) => relation.claims.every((claim) => within.has(key(claim))));
  return h("section", { class: "thread" },
    h("h3", {}, thread.about),
    h("p", { class: "independent" }, `${count(thread.positions.length, "position")}, ${count(thread.independent_sources, "independent source")}`),
    readings.length > 1 && plot(thread.about, readings),
    h("ol", { class: "positions" }, thread.positions.map((position) => stand(found, position, go))),
    met.length > 0 && h("details", {}, h("summary", {}, `${count(met.length, "relation")}: ${kinds(met)}`), h("ul", { class: "meetings" }, met.map((relation) => meeting(found, relation, go)))));
}

const key = ({ document, claim }) => `${document} ${claim}`;

function kinds(met) {
  const counts = new Map();
  for (const { kind } of met) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, many]) => `${(RELATION[kind]?.[1] ?? kind).toLowerCase()} ${many}`).join(", ");
}

function holder(position) {
  if (!position || position.narrator) return "The article itself";
  return position.holders.length ? list(position.holders) : "A source not named";
}

function stand(found, position, go) {
  const stance = position.polarity === "negative" ? "says it is not so" : position.polarity ? null : "leaves it open";
  return h("li", { class: position.polarity ?? "open" },
    h("p", { class: "who" }, holder(position), stance && h("em", {}, ` ${stance}`), position.since && [" ", h("time", { datetime: position.since }, `since ${day(position.since)}`)]),
    h("p", { class: "words" }, position.words),
    h("p", { class: "links" }, position.claims.map((claim) => claimLink(found, claim, go, true))));
}

function meeting(found, relation, go) {
  const [sign, name] = RELATION[relation.kind] ?? ["·", relation.kind];
  return h("li", { class: relation.kind }, h("span", { class: "sign", "aria-hidden": "true" }, sign), h("b", {}, name), ` ${relation.why} `, relation.claims.map((claim) => claimLink(found, claim, go)));
}

/** The tabs that choose which article is read. */
export function tabs(found, chosen, choose) {
  const buttons = found.documents.map((report, index) =>
    h("button", { type: "button", role: "tab", id: `tab-${index}`, "aria-controls": "reading", "aria-selected": String(index === chosen), tabindex: index === chosen ? "0" : "-1", onclick: () => choose(index, true) },
      h("span", { class: "number" }, letter(index)), h("span", { class: "tab-title" }, title(report, 44)), h("small", {}, about(report))));
  return h("div", {
    role: "tablist", "aria-label": "Articles", onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      choose((chosen + step + buttons.length) % buttons.length, true);
    },
  }, buttons);
}
