// The page: what is put in, what was found in it, and the one claim that is looked at.

import * as api from "./api.js";
import { article, show } from "./article.js";
import { card, legend } from "./card.js";
import { compose } from "./compose.js";
import { get, h, say } from "./dom.js";
import { keys } from "./keys.js";
import { pack, unpack } from "./link.js";
import { plots, relations } from "./relations.js";
import { table } from "./table.js";
import { theme } from "./theme.js";
import { accounts, tabs, threads } from "./threads.js";
import { count } from "./words.js";

/** Longer addresses are made only when somebody asks for the link. */
const ADDRESS = 32_000;

let given = [];
let found = null;
let view = {};
let looked = null;
let asked = null;

theme();
const fillForm = compose((articles) => run(articles));
keys({ step, leave });
get("again").addEventListener("click", again);
get("edit").addEventListener("click", () => again({ keep: true }));
get("copy").addEventListener("click", copyLink);
get("save").addEventListener("toggle", () => get("save").open && listFormats());
get("close").addEventListener("click", leave);
get("token-form").addEventListener("submit", (event) => {
  event.preventDefault();
  api.useToken(get("token").value);
  get("token-form").hidden = true;
  run(given, view);
});
document.addEventListener("compose", () => found && again({ keep: true }));
window.addEventListener("hashchange", open);
listExamples();
open();

async function open() {
  const kept = await unpack(location.hash.slice(1));
  if (!kept) return;
  fillForm(kept.articles);
  run(kept.articles, kept.view);
}

async function run(articles, kept = {}) {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  given = articles;
  document.body.classList.add("busy");
  get("problem").hidden = true;
  say("Reading …");
  try {
    const answer = await api.read(articles, signal);
    [found, view] = [answer, { document: 0, table: {}, ...kept }];
    view.document = Math.min(Math.max(Number(view.document) || 0, 0), found.documents.length - 1);
    draw();
    const claims = found.documents.reduce((sum, report) => sum + report.claims.length, 0);
    say(`${count(claims, "claim")} found.`);
    if (!kept.claim) get("title").focus({ preventScroll: true });
    remember();
  } catch (error) {
    if (error.name === "AbortError") return;
    get("problem").hidden = false;
    get("problem").textContent = error.message;
    if (error.status === 401) {
      get("token-form").hidden = false;
      get("token").focus();
    }
    say(error.message);
  } finally {
    if (asked.signal === signal) document.body.classList.remove("busy");
  }
}

/** Back to the form: empty, or with what was given. */
function again({ keep = false } = {}) {
  fillForm(keep ? given : []);
  found = null;
  document.body.dataset.state = "compose";
  history.replaceState(null, "", location.pathname);
  scrollTo(0, 0);
  get("cards").querySelector("textarea").focus();
}

function draw() {
  const several = found.documents.length > 1;
  document.body.dataset.state = several ? "compared" : "read";
  get("title").textContent = several ? `${found.documents.length} accounts, compared` : "Who claims what";
  get("threads").hidden = !several;
  get("threads-body").replaceChildren(...[several ? [accounts(found, choose), threads(found, go)] : []].flat(4).filter(Boolean));
  drawArticle();
  get("table").replaceChildren(...table(found, view.table, go, remember));
  get("claims").hidden = found.documents.every((report) => !report.claims.length);
  get("relations").hidden = several || !found.relations.length;
  get("relations-body").replaceChildren(...(several ? [] : [...plots(found, go).filter(Boolean), relations(found, go)]));
  scrollTo(0, 0);
  if (view.claim) go(view.document, view.claim);
}

function drawArticle() {
  const report = found.documents[view.document];
  get("tabs").replaceChildren(...(found.documents.length > 1 ? [tabs(found, view.document, choose)] : []));
  const reading = get("reading");
  if (found.documents.length > 1) {
    reading.setAttribute("role", "tabpanel");
    reading.setAttribute("aria-labelledby", `tab-${view.document}`);
  } else {
    reading.removeAttribute("role");
    reading.removeAttribute("aria-labelledby");
  }
  reading.replaceChildren(article(report, chosen));
  look(null);
}

function choose(index, focus = false) {
  view.document = index;
  view.claim = undefined;
  drawArticle();
  remember();
  if (focus) get(`tab-${index}`).focus();
}

/** What the reader does in the article. */
function chosen(claim, how) {
  if (how === "none") leave();
  else if (how === "over") look(claim);
  else {
    const again = how === "click" && view.claim === claim && looked === claim;
    view.claim = claim;
    look(claim);
    remember();
    if (again) enter();
  }
}

/** Shows a claim's parts; none: what the marks mean. */
function look(claim) {
  const report = found.documents[view.document];
  looked = claim;
  show(get("reading"), report, claim);
  document.body.classList.toggle("looking", Boolean(claim));
  get("card").replaceChildren(...[claim ? card(found, view.document, claim, go) : legend(report)].flat(3).filter(Boolean));
}

function go(index, claim) {
  if (index !== view.document) {
    view.document = index;
    drawArticle();
  }
  const note = get("reading").querySelector(`[data-note="${CSS.escape(claim)}"]`);
  // Focus that is there already tells nobody.
  if (note && note === document.activeElement) chosen(claim, "focus");
  note?.focus({ preventScroll: true });
  note?.closest(".line")?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

/** To the next claim of the article, or the one before. */
function step(by) {
  if (!found) return;
  const { claims } = found.documents[view.document];
  if (!claims.length) return;
  const at = claims.findIndex((claim) => claim.id === view.claim);
  go(view.document, claims[at < 0 ? (by > 0 ? 0 : claims.length - 1) : (at + by + claims.length) % claims.length].id);
}

/** From the article to the card, and back. */
function enter() {
  get("card").querySelector("h2")?.focus();
}

function leave() {
  if (!found || !looked) return;
  const note = get("reading").querySelector(`[data-note="${CSS.escape(looked)}"]`);
  const inside = get("side").contains(document.activeElement);
  if (inside) note?.focus({ preventScroll: true });
  view.claim = undefined;
  look(null);
  remember();
}

const address = async () => `#${await pack({ articles: given, view: { document: view.document, claim: view.claim, table: view.table } })}`;

let remembering = 0;

/** Keeps the view in the address, once the reader rests: to pack a long text takes a while. */
function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(async () => {
    const now = remembering;
    const fragment = await address();
    if (now === remembering && found) history.replaceState(null, "", fragment.length <= ADDRESS ? fragment : location.pathname);
  }, 250);
}

async function copyLink() {
  const link = new URL(await address(), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    tell("Copied: the link holds the text and the view");
  } catch {
    history.replaceState(null, "", link);
    tell("The link is in the address bar");
  }
}

function tell(words) {
  const button = get("copy");
  button.textContent = words;
  say(words);
  setTimeout(() => (button.textContent = "Copy link"), 2500);
}

async function listFormats() {
  const list = await api.formats(given.length > 1);
  get("formats").replaceChildren(...list.map(({ name, summary, extension }) =>
    h("li", {}, h("button", { type: "button", "data-format": name, onclick: () => save(name, extension) }, h("b", {}, name), h("small", {}, summary)))));
}

async function save(format, extension) {
  try {
    const url = URL.createObjectURL(await api.written(given, format));
    const stem = (given.length === 1 && given[0].id?.replace(/\.\w+$/, "")) || (given.length > 1 ? "comparison" : "claims");
    h("a", { href: url, download: `${stem}.${extension}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    get("save").open = false;
  } catch (error) {
    say(error.message);
    get("problem").hidden = false;
    get("problem").textContent = error.message;
  }
}

async function listExamples() {
  const list = await api.examples().catch(() => []);
  get("examples").replaceChildren(...list.map(({ name, summary, articles }) =>
    h("li", {}, h("button", { type: "button", class: "example", onclick: () => {
      fillForm(articles);
      run(articles);
    } }, h("b", {}, name), h("small", {}, summary)))));
}
