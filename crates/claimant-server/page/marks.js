// An article's text with everything that was found in it, nested as it lies.

import { h } from "./dom.js";
import { toUnits } from "./offsets.js";

/** Of two that lie alike, the one named first is outside. */
const RANK = { region: -1, content: 0, mention: 1, source: 2, cue: 3, figure: 4, time: 4, place: 4 };

/** Every marked stretch in UTF-16 units: what it is, whose claim it belongs to or whom it names. */
export function marks(report) {
  const unit = toUnits(report.document.text);
  const found = [];
  const add = (kind, spans, more) => {
    for (const [start, end] of spans ?? []) if (end > start) found.push({ kind, start: unit(start), end: unit(end), ...more });
  };
  const depth = depths(report.claims);
  for (const claim of report.claims) {
    const own = { claim: claim.id, depth: depth.get(claim.id), narrator: claim.voice === "narrator" };
    add("content", claim.content?.spans, own);
    for (const source of claim.sources ?? []) add("source", source.spans, own);
    add("cue", claim.cue?.spans, own);
    for (const figure of claim.figures ?? []) add("figure", figure.spans, own);
    for (const time of [...(claim.times ?? []), ...(claim.said_at ? [claim.said_at] : [])]) add("time", time.spans, own);
    for (const place of claim.places ?? []) add("place", place.spans, own);
  }
  for (const entity of report.entities) for (const mention of entity.mentions) add("mention", mention.spans, { entity: entity.id });
  for (const { kind, spans } of report.document.regions ?? []) if (INLINE.has(kind)) add("region", spans, { region: kind });
  return found.sort(order);
}

/** Regions that can be a part of a line. */
const INLINE = new Set(["dateline"]);

/** How many claims each one lies within. */
export function depths(claims) {
  const by_id = new Map(claims.map((claim) => [claim.id, claim]));
  const depth = new Map();
  for (const claim of claims) {
    let [level, outer] = [0, by_id.get(claim.within)];
    while (outer && level < 16) [level, outer] = [level + 1, by_id.get(outer.within)];
    depth.set(claim.id, level);
  }
  return depth;
}

const order = (a, b) =>
  a.start - b.start || b.end - a.end || RANK[a.kind] - RANK[b.kind] || (a.depth ?? 0) - (b.depth ?? 0);

/** Fills `into` with text[start..end] and the marks in it, which are sorted; one that crosses another's end is parted there. */
export function fill(into, text, start, end, sorted, made) {
  const waiting = sorted.map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }));
  waiting.sort(order);
  const open = [{ element: into, end }];
  let at = start;
  const write = (to) => {
    if (to > at) open.at(-1).element.append(text.slice(at, to));
    at = Math.max(at, to);
  };
  const close = (to) => {
    while (open.length > 1 && open.at(-1).end <= to) {
      write(open.at(-1).end);
      open.pop();
    }
    write(to);
  };
  for (let next = 0; next < waiting.length; next += 1) {
    const mark = waiting[next];
    if (mark.end <= mark.start) continue;
    close(mark.start);
    const outer = open.at(-1);
    if (mark.end > outer.end) {
      const rest = { ...mark, start: outer.end };
      mark.end = outer.end;
      let place = next + 1;
      while (place < waiting.length && order(waiting[place], rest) < 0) place += 1;
      waiting.splice(place, 0, rest);
    }
    const element = h(mark.kind === "content" ? "mark" : "span", {
      class: [mark.region ?? mark.kind, mark.narrator && "narrator"].filter(Boolean).join(" "),
      "data-claim": mark.claim,
      "data-entity": mark.entity,
      "data-depth": mark.kind === "content" ? Math.min(mark.depth, 3) : null,
    });
    outer.element.append(element);
    open.push({ element, end: mark.end });
    made?.(mark, element);
  }
  close(end);
}
