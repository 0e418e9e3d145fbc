// What a reader does with the page, and what must be so: node page.mjs SERVER [FOLDER FOR PICTURES]
import assert from "node:assert/strict";

import { chromium } from "playwright-core";

const [server, pictures] = process.argv.slice(2);
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const NESTED = "“The mayor confirmed that the bridge was closed,” said Ann Lee on Monday. At least 40 people were hurt, the ministry said.";
const TWO = ["Police said 12 people were killed in the fire in Lisbon.", "Rescuers said 19 people were killed in the fire in Lisbon."];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/** Each with a fresh page; a message on the console, a fault, or a request that leaves the server fails it. */
const cases = {
  async "the example is one click away"(page) {
    await page.getByRole("button", { name: "A soldier captured" }).click();
    await page.waitForSelector(".article");
    assert.equal(await page.locator("[data-note]").count(), await page.locator("tbody tr[data-row]").count());
    assert.match(await page.locator("#reading").innerText(), /Ukrainian special forces captured/);
    assert.match(await page.locator("#relations").innerText(), /Conflict/);
    assert.ok(await page.getByRole("img", { name: /nearly 3,000 \(at most 3,000\)/ }).isVisible());
    await picture(page, "example");
  },

  async "hovering shows a claim's parts and its source's other mentions"(page) {
    await page.getByRole("button", { name: "A soldier captured" }).click();
    await page.locator(".figure", { hasText: "12,000" }).hover();
    assert.match(await page.locator("#card").innerText(), /Government of Ukraine asserts/);
    assert.ok((await page.locator(".named", { hasText: "Kyiv" }).count()) >= 2);
    assert.deepEqual(await page.locator(".source.on").first().innerText(), "Kyiv");
    await picture(page, "hover");
    await page.locator("#card").hover();
    assert.match(await page.locator("#card").innerText(), /Government of Ukraine asserts/, "the card can be reached");
    await page.keyboard.press("Escape");
    assert.match(await page.locator("#card").innerText(), /Reading the marks/);
  },

  async "pasted text: claims are nested as they are"(page) {
    await paste(page, NESTED, "2024-12-27");
    const outer = page.locator("mark[data-depth='0']", { hasText: "The mayor confirmed" });
    assert.equal(await outer.locator("mark[data-depth='1']").first().evaluate((mark) => mark.firstChild.textContent), "the bridge was closed");
    await page.locator("[data-note=c2]").focus();
    assert.match(await page.locator("#card").innerText(), /Within\s+1 Ann Lee/);
    assert.match(await page.locator(".dateline-given").innerText(), /27 December 2024/);
  },

  async "offsets count code points"(page) {
    await paste(page, `😀🏴‍☠️ ${NESTED}`);
    assert.ok((await page.locator(".source").allInnerTexts()).includes("Ann Lee"));
    assert.ok((await page.locator(".cue").allInnerTexts()).includes("confirmed"));
  },

  async "the table sorts and filters"(page) {
    await page.getByRole("button", { name: "A soldier captured" }).click();
    await page.waitForSelector(".article");
    const rows = page.locator("tbody tr[data-row]");
    const all = await rows.count();
    await page.getByRole("combobox", { name: "Source", exact: true }).selectOption("National Intelligence Service");
    const some = await rows.count();
    assert.ok(some > 0 && some < all);
    assert.match(await page.locator(".shown").innerText(), new RegExp(`^${some} of ${all} claims`));
    await page.getByRole("combobox", { name: "Act", exact: true }).selectOption("confirm");
    assert.equal(await rows.count(), 1);
    await page.waitForTimeout(600);
    await page.reload();
    await page.waitForSelector(".article");
    assert.equal(await rows.count(), 1, "the address holds the view");
    await page.getByRole("combobox", { name: "Act", exact: true }).selectOption("");
    await page.getByRole("combobox", { name: "Source", exact: true }).selectOption("");
    await page.getByRole("combobox", { name: "Figures", exact: true }).selectOption("with");
    assert.ok((await rows.count()) < all);
    await page.getByRole("button", { name: "Figures" }).click();
    assert.equal(await page.locator("th[aria-sort=ascending]").innerText(), "Figures");
    await page.getByRole("button", { name: "Figures" }).click();
    assert.match(await rows.first().innerText(), /12,000|nearly 3,000/);
  },

  async "the keyboard alone is enough"(page) {
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "To the content");
    await tabTo(page, (name) => name.startsWith("A soldier captured"));
    await page.keyboard.press("Enter");
    await page.waitForSelector(".article");
    await tabTo(page, (name) => name.startsWith("Claim 1."));
    assert.match(await page.locator("#card").innerText(), /National Intelligence Service asserts/);
    await page.keyboard.press("Tab");
    assert.match(await focused(page), /^Claim 3\. .*reports: the deployment/, "an inner claim ends before the outer one");
    await page.keyboard.press("j");
    assert.match(await focused(page), /^Claim 4\. /);
    await page.keyboard.press("k");
    assert.match(await focused(page), /^Claim 3\. /);
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "Claim 3 of 17");
    await page.keyboard.press("Escape");
    assert.match(await focused(page), /^Claim 3\. /);
    assert.match(await page.locator("#card").innerText(), /Reading the marks/);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    assert.match(await focused(page), /^Claim 2\. /, "walking goes on after Escape");
    await page.keyboard.press("Escape");
    await tabTo(page, (name) => name.startsWith("Download"), "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-format=json]");
    await page.keyboard.press("Tab");
    assert.match(await focused(page), /^text/);
  },

  async "dark and light"(page) {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await paper();
    assert.notEqual(light, dark);
    await page.locator("#theme").click();
    assert.equal(await paper(), light, "chosen light wins over a dark system");
    await page.locator("#theme").click();
    await page.emulateMedia({ colorScheme: "light" });
    assert.equal(await paper(), dark);
    await page.reload();
    assert.equal(await paper(), dark, "the choice is kept");
    await page.getByRole("button", { name: "A soldier captured" }).click();
    await page.waitForSelector(".article");
    await picture(page, "dark");
  },

  async "phone width"(page) {
    await page.setViewportSize({ width: 360, height: 740 });
    await fits(page);
    await page.getByRole("button", { name: "Two tolls" }).click();
    await page.waitForSelector(".thread");
    await fits(page);
    await page.locator("[data-note=c1]").first().click();
    await page.waitForTimeout(200);
    await fits(page);
    const card = await page.locator("#side").boundingBox();
    assert.ok(card.y + card.height <= 741 && card.y > 300, "the card rises from the foot");
    await picture(page, "phone");
    await page.getByRole("button", { name: "Put the claim away" }).click();
    assert.equal(await page.locator("body.looking").count(), 0);
  },

  async "two articles are compared"(page) {
    await page.locator("textarea").first().fill(TWO[0]);
    await page.getByRole("button", { name: "Add an article" }).click();
    await page.locator("textarea").nth(1).fill(TWO[1]);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.waitForSelector(".thread");
    const thread = page.locator(".thread").first();
    assert.match(await thread.innerText(), /Police[\s\S]*Rescuers/);
    assert.match(await thread.locator("details").last().innerText(), /conflict 1/);
    assert.ok(await thread.getByRole("img", { name: /12 \(12\).*19 \(19\)/ }).isVisible());
    await page.getByRole("tab").nth(1).click();
    assert.match(await page.getByRole("tabpanel").innerText(), /Rescuers/);
    await page.keyboard.press("ArrowLeft");
    assert.match(await page.getByRole("tabpanel").innerText(), /Police/);
    await thread.locator(".links button").last().click();
    assert.match(await page.locator("#card").innerText(), /Rescuers/);
    await picture(page, "compared");
  },

  async "a script in the text is shown and not run"(page) {
    const script = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>";
    await paste(page, `“Use ${script} with care,” said Ann <b>Lee</b> on Monday.\n“${script}” said Bo Li.`);
    assert.match(await page.locator("#reading").innerText(), /<script>window\.ran = 1<\/script><img src=x/);
    assert.equal(await page.locator("#reading script, #reading img, #reading b, #card script, #table img").count(), 0);
    await page.locator("[data-note]").first().focus();
    assert.equal(await page.evaluate(() => window.ran), undefined);
    const policy = (await page.request.get(server)).headers()["content-security-policy"];
    assert.ok(policy.includes("script-src 'self'") && !policy.includes("unsafe"));
  },

  async "files are dropped, and a link shows them again"(page, context) {
    const files = await page.evaluateHandle((texts) => {
      const transfer = new DataTransfer();
      texts.forEach((text, index) => transfer.items.add(new File([text], `paper${index}.txt`, { type: "text/plain" })));
      return transfer;
    }, TWO);
    await page.dispatchEvent("body", "drop", { dataTransfer: files });
    await page.waitForFunction(() => document.querySelectorAll("textarea").length === 2);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.waitForSelector(".thread");
    await page.waitForFunction(() => location.hash.length > 20);
    const link = page.url();
    const other = await context.newPage();
    const asked = [];
    other.on("request", (request) => asked.push(`${request.url()} ${JSON.stringify(request.headers())}`));
    await other.goto(link);
    await other.waitForSelector(".thread");
    assert.equal(await other.locator(".threads-body, #threads-body").innerText(), await page.locator("#threads-body").innerText());
    const packed = new URL(link).hash.slice(1, 41);
    assert.ok(asked.length > 2 && asked.every((said) => !said.includes(packed)), "the text stays in the part that no server sees");
  },

  async "every format is there to download"(page) {
    await page.getByRole("button", { name: "A soldier captured" }).click();
    await page.waitForSelector(".article");
    await page.locator("#save summary").click();
    await page.waitForSelector("[data-format]");
    const known = (await (await page.request.get(`${server}/v1/formats`)).json()).filter((format) => format.of === "reports");
    assert.deepEqual(await page.locator("[data-format]").evaluateAll((all) => all.map((one) => one.dataset.format)), known.map(({ name }) => name));
    for (const { name, extension } of known) {
      if (!(await page.locator("#save").getAttribute("open"))?.length && !(await page.locator(`[data-format="${name}"]`).isVisible())) await page.locator("#save summary").click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-format="${name}"]`).click()]);
      assert.ok(download.suggestedFilename().endsWith(`.${extension}`));
    }
  },

  async "what is wrong is said"(page) {
    await page.route("**/v1/extract", (route) => route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ detail: "the queue is full" }) }));
    await page.locator("textarea").fill(TWO[0]);
    await page.getByRole("button", { name: "Find the claims" }).click();
    assert.equal(await page.getByRole("alert").innerText(), "the queue is full");
    forgive(page, /503/); // the browser notes it
  },

  async "a token is asked for where the server asks for one"(page) {
    await page.route("**/v1/extract", (route) => (route.request().headers().authorization === "Bearer s3cret" ? route.continue() : route.fulfill({ status: 401, contentType: "application/problem+json", body: JSON.stringify({ detail: "a token, please" }) })));
    await page.locator("textarea").fill(TWO[0]);
    await page.getByRole("button", { name: "Find the claims" }).click();
    await page.getByLabel("This server asks for a token").fill("s3cret");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".article");
    assert.ok(!page.url().includes("s3cret"));
    assert.equal(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]).includes("s3cret")), false);
    forgive(page, /401/); // the browser notes it
  },

  async "the interface is described without network"(page) {
    await page.goto(`${server}/docs`);
    await page.waitForSelector(".route");
    assert.ok(await page.getByRole("heading", { name: "POST /v1/extract" }).isVisible());
    assert.ok((await page.locator("#types .type").count()) > 20);
    const loose = await page.locator("a[href^='#']").evaluateAll((links) => links.map((link) => link.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id)));
    assert.deepEqual(loose, []);
    await page.locator("summary", { hasText: "Python" }).click();
    assert.match(await page.getByLabel("Client for Python").innerText(), /urllib\.request/);
    await page.setViewportSize({ width: 360, height: 740 });
    await fits(page);
  },
};

const seen = new WeakMap();
const faults = (page) => seen.get(page);

/** Takes away the one message that the case brought about. */
function forgive(page, message) {
  const all = faults(page);
  const at = all.findIndex((fault) => message.test(fault));
  assert.ok(at >= 0, `no ${message} among ${all}`);
  all.splice(at, 1);
}

async function paste(page, text, published) {
  await page.locator("textarea").fill(text);
  if (published) await page.locator("input[type=date]").fill(published);
  await page.getByRole("button", { name: "Find the claims" }).click();
  await page.waitForSelector(".article");
}

/** What has the focus, by its name. */
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent.trim());

async function tabTo(page, wanted, key = "Tab") {
  for (let tries = 0; tries < 80; tries += 1) {
    await page.keyboard.press(key);
    if (wanted(await focused(page))) return;
  }
  assert.fail(`the focus does not come there: ${wanted}`);
}

async function fits(page) {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "nothing is wider than the screen");
}

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
}

let failed = 0;
for (const [name, check] of Object.entries(cases)) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme: "light", locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  seen.set(page, []);
  page.on("console", (message) => faults(page).push(message.text()));
  page.on("pageerror", (error) => faults(page).push(error.message));
  page.on("request", (request) => request.url().startsWith(server) || request.url().startsWith("blob:") || faults(page).push(`asks ${request.url()}`));
  try {
    await page.goto(server);
    await page.waitForSelector(".example");
    await check(page, context);
    assert.deepEqual(faults(page), []);
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
  await context.close();
}
await browser.close();
process.exitCode = failed ? 1 : 0;
