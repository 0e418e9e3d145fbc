"use strict";
const get = (id) => document.getElementById(id);
// Text of articles is only ever set as text, never as markup.
const part = (name, text) => {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
};
get("find").addEventListener("click", async () => {
  const body = { text: get("text").value };
  if (get("published").value) body.published = get("published").value;
  get("state").textContent = "Reading …";
  get("claims").replaceChildren();
  try {
    const response = await fetch("/v1/extract", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail);
    for (const claim of answer.claims) {
      const source = (claim.sources || []).map((source) => source.text).filter(Boolean).join(", ");
      const item = document.createElement("li");
      item.append(part("source", source || "(the text itself)"), " ", part("act", claim.act), " ", part("content", claim.content?.text ?? claim.text ?? ""));
      get("claims").append(item);
    }
    get("state").textContent = `${answer.claims.length} claims`;
  } catch (error) {
    get("state").textContent = error.message;
  }
});
