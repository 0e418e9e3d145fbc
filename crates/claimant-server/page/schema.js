// JSON Schemas in words.

import { h } from "./dom.js";

/** What a reference within `document` points at. */
export const target = ({ $ref }, document) => $ref.split("/").slice(1).reduce((at, name) => at?.[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);

const name = (reference) => reference.split("/").at(-1);

/** What a value may be: "list of Claim", "a or b". */
export function kind(schema) {
  if (!schema || schema === true) return "anything";
  if (!schema.type && !schema.$ref && !schema.enum && !("const" in schema) && !schema.oneOf && !schema.anyOf && !schema.allOf) return schema.description ?? "anything";
  if (schema.$ref) return h("a", { href: `#type-${name(schema.$ref)}` }, name(schema.$ref));
  const values = choices(schema);
  if (values) return values.map((value, index) => [index > 0 && " | ", h("code", {}, JSON.stringify(value))]);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return several.map((one, index) => [index > 0 && " or ", kind(one)]);
  if (schema.allOf?.length === 1) return kind(schema.allOf[0]);
  const types = [schema.type ?? "anything"].flat();
  if (types.includes("array")) return ["list of ", schema.prefixItems ? schema.prefixItems.map((one, index) => [index > 0 && ", ", kind(one)]) : kind(schema.items)];
  return types.join(" or ") + (schema.format && schema.format !== "double" && !/int/.test(schema.format) ? `, ${schema.format}` : "");
}

function choices(schema) {
  if (schema.enum) return schema.enum;
  if ("const" in schema) return [schema.const];
  const each = schema.oneOf?.map((one) => choices(one));
  return each?.every(Boolean) ? each.flat() : null;
}

/** The properties of an object. */
export function properties(schema) {
  const needed = new Set(schema.required ?? []);
  return h("dl", { class: "fields" }, Object.entries(schema.properties).map(([key, value]) => [
    h("dt", {}, h("code", {}, key), !needed.has(key) && h("small", {}, " optional")),
    h("dd", {}, kind(value), value.description && h("span", { class: "says" }, value.description)),
  ]));
}
