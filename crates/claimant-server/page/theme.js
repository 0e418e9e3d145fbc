// Light or dark: as the system says, until somebody chooses.

import { get } from "./dom.js";

const NEXT = { auto: "light", light: "dark", dark: "auto" };

export function theme() {
  const button = get("theme");
  const set = (value) => {
    if (value === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    button.dataset.value = value;
    button.textContent = { auto: "◐ Auto", light: "○ Light", dark: "● Dark" }[value];
    button.setAttribute("aria-label", `Colours: ${value}`);
  };
  let now = "auto";
  try {
    now = localStorage.getItem("claimant-theme") ?? "auto";
  } catch {
    // Storage can be closed to pages; then the choice lasts as long as the page.
  }
  set(NEXT[now] ? now : "auto");
  button.addEventListener("click", () => {
    now = NEXT[button.dataset.value];
    set(now);
    try {
      localStorage.setItem("claimant-theme", now);
    } catch {
      // As above.
    }
  });
}
