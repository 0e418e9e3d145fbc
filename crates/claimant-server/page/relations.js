// Where the claims of one article meet: relations, and the figures that they are about.

import { h } from "./dom.js";
import { claimLink } from "./card.js";
import { plot } from "./plot.js";
import { RELATION, claimPlace, counted, shortDay, speaker } from "./words.js";

const FIRST = ["conflict", "denies", "update", "leaves-unconfirmed", "corroborate", "same-source", "responds-to"];

/** The relations as a list, what is in dispute first. */
export function relations(found, go) {
  const sorted = [...found.relations].sort((a, b) => FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind));
  return h("ol", { class: "relations" }, sorted.map((relation) => {
    const [sign, name] = RELATION[relation.kind] ?? ["·", relation.kind];
    return h("li", { class: relation.kind },
      h("span", { class: "sign", "aria-hidden": "true" }, sign),
      h("div", {}, h("p", {}, h("b", {}, name), h("span", { class: "on-what" }, ` on the ${relation.on}`)), h("p", {}, relation.why), h("p", { class: "links" }, relation.claims.map((place) => claimLink(found, place, go)))));
  }));
}

/** A plot for each group of figures that relations set against each other. */
export function plots(found, go) {
  const groups = [];
  for (const relation of found.relations) {
    if (relation.on !== "figure") continue;
    const figures = relation.parts.filter((part) => part.role === "figure");
    const keys = figures.map((part) => `${part.document} ${part.claim} ${part.spans[0]?.join(" ")}`);
    const met = groups.filter((group) => keys.some((key) => group.has(key)));
    const joined = new Map([...met.flatMap((group) => [...group]), ...keys.map((key, index) => [key, figures[index]])]);
    groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), joined);
  }
  return groups.map((group) => {
    const readings = [...group.values()].map((part) => reading(found, part, go)).filter(Boolean);
    const scales = new Set(readings.map((one) => one.unit ?? ""));
    const about = readings.map((one) => one.about).find(Boolean);
    return readings.length > 1 && scales.size === 1 && plot(about ?? "Figures set against each other", readings);
  });
}

function reading(found, part, go) {
  const report = found.documents[part.document];
  const claim = report.claims[claimPlace(report, part.claim)];
  const figure = claim?.figures?.find((one) => one.spans[0]?.[0] === part.spans[0]?.[0]);
  if (!figure || (figure.low === null && figure.high === null)) return null;
  const when = shortDay(claim.said_at?.value ?? report.document.published?.value);
  return { ...figure, about: counted(figure), who: speaker(claim, report), when, denied: claim.polarity === "negative", to: claimLink(found, part, go) };
}
