// Figures on one scale: a row each, with its bounds. How the words hedge is told by shape, not by colour.

import { h, svg } from "./dom.js";
import { bounds } from "./words.js";

const ROW = 44;
const SIDE = 14;

/** A plot of `{text, low, high, approx, unit, who, when, denied, to}`; `to` is the button that leads to its claim. */
export function plot(name, readings) {
  const box = h("div", { class: "plot-box" });
  const summary = readings.map((one) => `${one.who}${one.when ? `, ${one.when}` : ""}: ${one.text} (${bounds(one)})`).join("; ");
  const draw = (width) => box.replaceChildren(picture(name, summary, readings, Math.max(240, width)));
  new ResizeObserver(([entry]) => draw(entry.contentRect.width)).observe(box);
  draw(640);
  return h("figure", { class: "plot" }, h("figcaption", {}, name), box, key(readings), asTable(readings));
}

function scale(readings, width) {
  const values = readings.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const log = least > 0 && most / least > 60;
  const from = log ? least / 1.6 : Math.min(0, least);
  const to = log ? most * 1.8 : most > 0 ? most * 1.12 : Number(from === 0);
  const place = (value) => (log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from));
  return { x: (value) => SIDE + place(value) * (width - 2 * SIDE), ticks: log ? powers(from, to) : even(from, to), log };
}

function even(from, to) {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough);
  const ticks = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(Number(at.toPrecision(12)));
  return ticks;
}

function powers(from, to) {
  const ticks = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; power += 1) if (10 ** power >= from) ticks.push(10 ** power);
  return ticks;
}

function picture(name, summary, readings, width) {
  const { x, ticks } = scale(readings, width);
  const height = readings.length * ROW + 30;
  const grid = ticks.map((tick) => [
    svg("line", { class: "grid", x1: x(tick), x2: x(tick), y1: 4, y2: height - 24 }),
    svg("text", { class: "tick", x: x(tick), y: height - 8, "text-anchor": "middle" }, tick.toLocaleString("en")),
  ]);
  return svg("svg", { role: "img", "aria-label": `${name}. ${summary}`, viewBox: `0 0 ${width} ${height}`, width, height }, grid, readings.map((one, index) => row(one, index * ROW, x, width)));
}

function row(one, top, x, width) {
  const y = top + 30;
  const group = svg("g", { class: one.denied ? "reading denied" : "reading" });
  const label = `${one.who}${one.when ? ` · ${one.when}` : ""}`;
  const most = Math.floor(width / 8.5) - one.text.length;
  group.append(svg("text", { class: "label", x: SIDE, y: top + 16 }, svg("tspan", { class: "value" }, one.text), ` ${label.length > most ? `${label.slice(0, Math.max(most - 1, 8))}…` : label}`));
  group.append(svg("line", { class: "base", x1: SIDE, x2: width - SIDE, y1: y, y2: y }));
  const { low, high, approx } = one;
  if (low !== null && high !== null && low !== high) {
    group.append(svg("line", { class: "span", x1: x(low), x2: x(high), y1: y, y2: y }), tick(x(low), y), tick(x(high), y));
    if (approx === "about") group.append(diamond((x(low) + x(high)) / 2, y));
  } else if (low !== null && high !== null) {
    group.append(approx === "about" ? diamond(x(low), y) : svg("circle", { class: "dot", cx: x(low), cy: y, r: 5.5 }));
  } else if (low !== null) {
    group.append(svg("line", { class: "span open", x1: x(low), x2: width - SIDE - 2, y1: y, y2: y }), tick(x(low), y), arrow(width - SIDE, y, 1));
  } else if (high !== null) {
    group.append(svg("line", { class: "span open", x1: SIDE + 2, x2: x(high), y1: y, y2: y }), tick(x(high), y), arrow(SIDE, y, -1));
  }
  return group;
}

const tick = (x, y) => svg("line", { class: "end", x1: x, x2: x, y1: y - 6, y2: y + 6 });
const diamond = (x, y) => svg("path", { class: "dot", d: `M${x - 6.5} ${y}L${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}Z` });
const arrow = (x, y, to) => svg("path", { class: "dot", d: `M${x} ${y}l${-8 * to} -5v10z` });

function key(readings) {
  const has = (test) => readings.some(test);
  const parts = [
    has(({ low, high, approx }) => low !== null && low === high && approx !== "about") && "● exactly",
    has(({ approx }) => approx === "about") && "◆ about",
    has(({ low, high }) => low !== null && high !== null && low !== high) && "├─┤ from, to",
    has(({ low, high }) => low !== null && high === null) && "├─▶ at least",
    has(({ low, high }) => low === null && high !== null) && "◀─┤ at most",
    has(({ denied }) => denied) && "hollow: denied",
  ];
  return h("p", { class: "key", "aria-hidden": "true" }, parts.filter(Boolean).join("   "));
}

function asTable(readings) {
  return h("details", { class: "plot-table" }, h("summary", {}, "The figures as a table"),
    h("table", {}, h("thead", {}, h("tr", {}, ["Figure", "Bounds", "Who", "As of", "Claim"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, readings.map((one) => h("tr", {}, h("td", {}, one.text), h("td", {}, bounds(one)), h("td", {}, one.who), h("td", {}, one.when ?? ""), h("td", {}, one.to))))));
}
