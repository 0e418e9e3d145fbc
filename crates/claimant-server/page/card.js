// What is known of one claim, beside the article.

import { h } from "./dom.js";
import { CERTAINTY, QUOTATION, RELATION, bounds, claimPlace, count, counted, day, entity, letter, list, says, speaker, title } from "./words.js";

/** The card of a claim of document `at`; `go(document, claim)` leads to another. */
export function card(found, at, id, go) {
  const report = found.documents[at];
  const index = claimPlace(report, id);
  const claim = report.claims[index];
  const inner = report.claims.filter((one) => one.within === id);
  const link = (one) => claimLink(found, { document: at, claim: one }, go);
  return [
    h("h2", { tabindex: "-1" }, `Claim ${index + 1}`, h("span", { class: "of" }, ` of ${report.claims.length}`)),
    h("p", { class: "who" }, speaker(claim, report), " ", h("em", {}, says(claim.act))),
    h("blockquote", {}, claim.content.text),
    h("dl", {},
      row("Source", (claim.sources ?? []).map((source) => person(source, report))),
      claim.source_unnamed && row("Source", ["not named"]),
      row("In the words", claim.cue && [h("span", { class: "cue on" }, claim.cue.text)]),
      row("Stance", [stance(claim)]),
      row("Said", claim.said_at && [dated(claim.said_at)]),
      row("Through", claim.medium && [claim.medium.text]),
      row("Figures", (claim.figures ?? []).map((figure) => [h("b", {}, figure.text), ` ${counted(figure)}`, h("small", {}, bounds(figure))])),
      row("Times", (claim.times ?? []).map(dated)),
      row("Places", (claim.places ?? []).map((place) => [place.text, place.country && h("small", {}, place.country)])),
      row("Within", claim.within && [link(claim.within)]),
      row("Contains", inner.map((one) => link(one.id))),
      row("Worth checking", typeof claim.check_worthiness === "number" && [`${Math.round(claim.check_worthiness * 100)} of 100`]),
    ),
    mentions(claim, report),
    meetings(found, at, id, go),
    detail("Taken apart", (claim.propositions ?? []).map(proposition)),
    detail("Why", claim.because ?? []),
  ];
}

/** A button that leads to a claim: its number, and who says it, or with `where` in which article. */
export function claimLink(found, place, go, where = false) {
  const report = found.documents[place.document];
  const index = claimPlace(report, place.claim);
  const claim = report.claims[index];
  const name = `${found.documents.length > 1 ? letter(place.document) : ""}${index + 1}`;
  return h("button", { type: "button", class: "to-claim", onclick: () => go(place.document, place.claim), "aria-label": `Claim ${name}: ${speaker(claim, report)} ${says(claim.act)}` },
    h("span", { class: "number" }, name), ` ${where ? report.document.id || title(report, 30) : speaker(claim, report)}`);
}

function row(name, values) {
  const kept = (values || []).filter(Boolean);
  return kept.length ? [h("dt", {}, name), kept.map((value) => h("dd", {}, value))] : null;
}

function person(source, report) {
  const who = entity(report, source.entity);
  const members = (who?.members ?? []).map((id) => entity(report, id)?.name).filter(Boolean);
  const about = who
    ? [who.kind, who.role, who.country, entity(report, who.affiliation)?.name, members.length > 0 && list(members)]
    : [source.unnamed?.kind, source.unnamed?.anonymous && "name withheld", source.unnamed?.former && "former", source.unnamed?.country];
  const words = about.filter(Boolean).join(" · ");
  return [h("span", { class: "source on" }, source.text), who && !source.text.includes(who.name) && `, who is ${who.name}`, words && h("small", {}, words)];
}

function stance(claim) {
  return [claim.polarity === "negative" ? "negated" : "affirmed", CERTAINTY[claim.certainty], QUOTATION[claim.quotation], claim.post && "a post", claim.truncated && "breaks off"]
    .filter(Boolean)
    .join(", ");
}

const dated = (time) => [time.text, (time.interval ?? time.value) && h("small", {}, time.interval ?? day(time.value))];

function mentions(claim, report) {
  const named = (claim.sources ?? []).map((source) => entity(report, source.entity)).filter(Boolean);
  return named.map((who) => {
    const words = [...new Set(who.mentions.map((mention) => mention.text))];
    return who.mentions.length > 1 && h("p", { class: "mentions" }, `${who.name} is mentioned ${count(who.mentions.length, "time")}: `,
      words.map((word, index) => [index > 0 && ", ", h("span", { class: "mention named" }, word)]));
  });
}

function meetings(found, at, id, go) {
  const met = found.relations.filter((relation) => relation.claims.some((one) => one.document === at && one.claim === id));
  if (!met.length) return null;
  return h("ul", { class: "meetings", "aria-label": "Relations" }, met.map((relation) => {
    const [sign, name] = RELATION[relation.kind] ?? ["·", relation.kind];
    const others = relation.claims.filter((one) => one.document !== at || one.claim !== id);
    return h("li", { class: relation.kind }, h("span", { class: "sign", "aria-hidden": "true" }, sign), h("b", {}, name), ` ${relation.why} `,
      others.map((one) => claimLink(found, one, go)));
  }));
}

function detail(name, items) {
  return items.length ? h("details", {}, h("summary", {}, name), h("ul", {}, items.map((item) => h("li", {}, item)))) : null;
}

function proposition({ subject, predicate, object, modifiers, polarity, certainty }) {
  return [
    [subject?.text, predicate?.text, object?.text].filter(Boolean).join(" · "),
    modifiers?.length > 0 && h("small", {}, modifiers.map((modifier) => modifier.text).join("; ")),
    (polarity === "negative" || certainty !== "certain") && h("small", {}, [polarity === "negative" && "negated", certainty !== "certain" && CERTAINTY[certainty]].filter(Boolean).join(", ")),
  ];
}

/** What the marks mean, while no claim is chosen. */
export function legend(report) {
  const attributed = report.claims.filter((claim) => claim.voice === "attributed");
  const sources = new Set(attributed.map((claim) => speaker(claim, report)));
  return [
    h("h2", { tabindex: "-1" }, "Reading the marks"),
    h("p", {}, !report.claims.length ? "No claims were found in this text." : `${count(attributed.length, "claim")} by ${count(sources.size, "source")}, and ${count(report.claims.length - attributed.length, "statement")} in the article’s own voice.`),
    h("ul", { class: "legend" },
      h("li", {}, h("span", { class: "source on" }, "A source"), " is who says it,"),
      h("li", {}, h("span", { class: "cue on" }, "a cue"), " the words that attribute it,"),
      h("li", {}, h("mark", { class: "content", "data-depth": "0" }, "a content"), " what is claimed; one ", h("mark", { class: "content", "data-depth": "0" }, "within ", h("mark", { class: "content", "data-depth": "1" }, "another")), " lies deeper;"),
      h("li", {}, h("mark", { class: "content narrator", "data-depth": "0" }, "a dotted line"), " the article’s own statement.")),
    h("p", { class: "hint" }, "Point at a claim, or walk through the numbers with ", h("kbd", {}, "Tab"), " or ", h("kbd", {}, "j"), " and ", h("kbd", {}, "k"), "."),
    (report.notes ?? []).length > 0 && h("ul", { class: "notes", "aria-label": "Notes" }, report.notes.map((note) => h("li", {}, note.message))),
  ];
}
