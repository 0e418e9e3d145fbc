// Parts of a report in words.

import { toUnits } from "./offsets.js";

const SAYS = {
  assert: "asserts", confirm: "confirms", "not-confirm": "does not confirm", deny: "denies", decline: "declines",
  allege: "alleges", report: "reports", estimate: "estimates", predict: "predicts", promise: "promises",
  demand: "demands", ask: "asks", suggest: "suggests", believe: "believes", intend: "intends", feel: "feels",
};

export const says = (act) => SAYS[act] ?? act;

/** "a", "a and b", "a, b and c". */
export const list = (items) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** The name of a source: its entity's where it is known, else its words. */
export const sourceName = (source, report) => entity(report, source.entity)?.name ?? source.text;

/** The places of a report's claims and entities by id, found once. */
const PLACES = new WeakMap();

function place(list, id) {
  if (!PLACES.has(list)) PLACES.set(list, new Map(list.map((one, index) => [one.id, index])));
  return PLACES.get(list).get(id) ?? -1;
}

export const entity = (report, id) => (id ? report.entities[place(report.entities, id)] : undefined);

/** A claim's place among its report's. */
export const claimPlace = (report, id) => place(report.claims, id);

/** Words in their order. */
export const order = new Intl.Collator("en").compare;

/** Who says it. */
export function speaker(claim, report) {
  if (claim.voice === "narrator") return "The article itself";
  const names = [...new Set((claim.sources ?? []).map((source) => sourceName(source, report)))];
  return names.length ? list(names) : "A source not named";
}

const number = (value) => value.toLocaleString("en", { maximumFractionDigits: 6 });

/** The bounds of a figure: "at most 3,000", "10 to 15". */
export function bounds({ low, high, unit }) {
  const with_unit = (words) => (unit && unit !== "1" ? (unit === "%" ? `${words}%` : `${words} ${unit}`) : words);
  if (low !== null && low === high) return with_unit(number(low));
  if (low !== null && high !== null) return with_unit(`${number(low)} to ${number(high)}`);
  if (low !== null) return `at least ${with_unit(number(low))}`;
  if (high !== null) return `at most ${with_unit(number(high))}`;
  return "no bounds";
}

/** What a figure counts and what befell that. */
export const counted = (figure) => [figure.of, figure.event].filter(Boolean).join(", ");

export const QUOTATION = { direct: "quoted", mixed: "partly quoted", indirect: "in the article’s words", none: null };

export const CERTAINTY = {
  certain: "certain", probable: "probable", possible: "possible", uncommitted: "left open",
};

export const RELATION = {
  conflict: ["✕", "Conflict"], update: ["↻", "Update"], corroborate: ["+", "Corroborates"], "same-source": ["=", "Same source"],
  denies: ["¬", "Denies"], "leaves-unconfirmed": ["?", "Leaves unconfirmed"], "responds-to": ["↩", "Responds to"],
};

const SHORT_DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** "27 December 2024"; what is no day stays as it is. */
export const day = (value) => written(value, DAY);

/** "27 Dec 2024". */
export const shortDay = (value) => written(value, SHORT_DAY);

function written(value, form) {
  const date = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value ?? "") && !Number.isNaN(date.getTime()) ? form.format(date) : (value ?? "");
}

export const letter = (index) => (index < 26 ? String.fromCharCode(65 + index) : String(index + 1));

export const count = (many, one, more = `${one}s`) => `${many} ${many === 1 ? one : more}`;

/** The title of a document: given, or its first words. */
export function title(report, most = 70) {
  const { document } = report;
  const headline = document.regions?.find((region) => region.kind === "headline");
  const text = document.text ?? "";
  const line = (headline && text.slice(...headline.spans[0].map(toUnits(text)))) || document.title || text.trimStart().split("\n")[0];
  const short = line.trim();
  return short.length > most ? `${short.slice(0, most).replace(/\s+\S*$/, "")} …` : short;
}
