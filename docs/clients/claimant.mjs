// Who claims what in an article, with nothing but fetch: node claimant.mjs SERVER FILE [PUBLISHED]
// The types are checked by `tsc --checkJs`; browsers take `extract` as it is.
// @ts-check

/** Code points, half open. @typedef {[number, number]} Span */
/** @typedef {{ text: string, spans: Span[] }} Words */
/** @typedef {Words & { entity?: string }} Source */
/**
 * @typedef {object} Claim
 * @property {string} id
 * @property {"attributed" | "narrator"} voice
 * @property {Source[]} sources
 * @property {Words} content
 * @property {string} act
 * @property {"positive" | "negative"} polarity
 * @property {string} certainty
 * @property {Words} [cue]
 * @property {string} [within]
 */
/** @typedef {{ claims: Claim[] }} Report */

/**
 * The report of one article. A busy server is asked again when it says so.
 * @param {string} server
 * @param {{ text: string, published?: string }} article
 * @param {{ token?: string, tries?: number }} [how]
 * @returns {Promise<Report>}
 */
export async function extract(server, article, { token, tries = 5 } = {}) {
  for (let left = tries - 1; ; left -= 1) {
    const answer = await fetch(`${server}/v1/extract`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(article),
      signal: AbortSignal.timeout(60_000),
    });
    if (answer.ok) return await answer.json();
    const wait = answer.headers.get("retry-after");
    if (!wait || left <= 0) throw new Error((await answer.json()).detail);
    await new Promise((resolve) => setTimeout(resolve, Number(wait) * 1000));
  }
}

if (globalThis.process?.argv?.[1] && process.argv[1] === (await import("node:url")).fileURLToPath(import.meta.url)) {
  const [server, path, published] = process.argv.slice(2);
  const text = (await (await import("node:fs/promises")).readFile(path, "utf8")).replace(/^\uFEFF/, "");
  const report = await extract(server, { text, ...(published && { published }) }, { token: process.env.CLAIMANT_TOKEN });
  // Strings here count UTF-16 units: offsets are code points.
  const points = Array.from(text);
  for (const claim of report.claims) {
    const who = claim.sources.map((source) => source.text).join(", ") || claim.voice;
    const words = claim.content.spans.map(([start, end]) => points.slice(start, end).join("")).join(" … ");
    console.log(`${who} [${claim.act}]: ${words.split(/\s+/).join(" ")}`);
  }
}
