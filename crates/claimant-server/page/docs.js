// The interface for people, made from its own description.

import { get, h, say } from "./dom.js";
import { kind, properties, target } from "./schema.js";
import { theme } from "./theme.js";

const CLIENTS = [["curl", "claimant.sh"], ["Python", "claimant.py"], ["JavaScript", "claimant.mjs"]];

theme();
draw().catch((error) => say(error.message));
clients();

async function draw() {
  const described = await (await fetch("/openapi.json")).json();
  get("lead").textContent = described.info.description;
  const routes = Object.entries(described.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  get("routes").replaceChildren(...routes.map((route) => section(route, described)));
  const types = Object.entries(described.components.schemas).sort(([a], [b]) => a.localeCompare(b, "en"));
  get("types-body").replaceChildren(...types.map(([name, schema]) => type(name, schema)));
  const link = (to, words, more) => h("li", {}, h("a", { href: `#${to}` }, words, more));
  get("contents").replaceChildren(h("ul", {},
    link("clients", "Clients"),
    routes.map(({ path, method }) => link(anchor(method, path), h("span", { class: "method" }, method.toUpperCase()), ` ${path}`)),
    link("types", "Types")));
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

const anchor = (method, path) => `${method}${path.replace(/[^a-z0-9]+/gi, "-")}`;

function section({ path, method, operation }, described) {
  return h("section", { class: "route", id: anchor(method, path) },
    h("h2", {}, h("span", { class: "method" }, method.toUpperCase()), " ", h("code", {}, path)),
    h("p", {}, `${operation.summary}.`),
    operation.description && h("p", {}, operation.description),
    (operation.parameters ?? []).length > 0 && [h("h3", {}, "Parameters"), parameters(operation.parameters)],
    operation.requestBody && [h("h3", {}, "Takes"), contents(operation.requestBody.content)],
    h("h3", {}, "Answers"),
    h("dl", { class: "answers" }, Object.entries(operation.responses).map(([status, answer]) => [
      h("dt", {}, status), h("dd", {}, answer.description, contents((answer.$ref ? target(answer, described) : answer).content ?? {}, status !== "200")),
    ])));
}

function parameters(list) {
  return h("dl", { class: "fields" }, list.map((one) => [
    h("dt", {}, h("code", {}, one.name), h("small", {}, ` ${one.in}`)), h("dd", {}, one.description, " ", kind(one.schema)),
  ]));
}

function contents(content, short = false) {
  const entries = Object.entries(content);
  if (short) return null;
  return h("ul", { class: "contents" }, entries.map(([media, { schema, example }]) => h("li", {}, h("code", {}, media), schema && [" ", kind(schema)], schema?.properties && properties(schema), example && h("pre", {}, typeof example === "string" ? example : JSON.stringify(example, null, 2)))));
}

function type(name, schema) {
  return h("section", { class: "type", id: `type-${name}` }, h("h3", {}, name), schema.description && h("p", {}, schema.description), schema.properties ? properties(schema) : h("p", {}, kind(schema)));
}

async function clients() {
  const files = await Promise.all(CLIENTS.map(async ([name, file]) => [name, file, await (await fetch(`/page/clients/${file}`)).text()]));
  get("clients-body").replaceChildren(...files.map(([name, file, text]) =>
    h("details", {}, h("summary", {}, name, " ", h("code", {}, file)), h("pre", { tabindex: "0", "aria-label": `Client for ${name}` }, text.trim()))));
}
