// Code points, which reports count in, to UTF-16 units, which strings here do.

/** A function from code points to UTF-16 units of `text`. */
export function toUnits(text) {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (point) => Math.min(point, text.length);
  const units = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return (point) => units[Math.min(point, units.length - 1)];
}
