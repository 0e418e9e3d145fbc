// A view as a link: articles and choices lie, compressed, in the part of the address that no server sees.

const FORM = "1.";

/** The address' fragment for a view. */
export async function pack(view) {
  const bytes = await through(new Blob([JSON.stringify(view)]), new CompressionStream("deflate-raw"));
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return FORM + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The view of a fragment; null where there is none. */
export async function unpack(fragment) {
  if (!fragment.startsWith(FORM)) return null;
  try {
    const binary = atob(fragment.slice(FORM.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = new TextDecoder().decode(await through(new Blob([bytes]), new DecompressionStream("deflate-raw"), 32 << 20));
    const view = JSON.parse(text);
    return Array.isArray(view?.articles) ? view : null;
  } catch {
    return null;
  }
}

async function through(blob, stream, most = Infinity) {
  const reader = blob.stream().pipeThrough(stream).getReader();
  const pieces = [];
  let length = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    pieces.push(value);
    length += value.length;
    if (length > most) throw new Error("more than a link may hold");
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
