// Where articles are put in: pasted, typed, dropped or opened.

import { get, h, say } from "./dom.js";
import { count } from "./words.js";

/** The source of a page, and not text that mentions tags. */
const PAGE = /^\s*<(!doctype\s+html|html|head|body)[\s>]/i;

/** Sets up the form. `read(articles)` is told what to read. Returns what fills the form with other articles. */
export function compose(read) {
  const [form, cards] = [get("compose"), get("cards")];
  const fields = (card) => ({ text: card.querySelector("textarea"), published: card.querySelector("[type=date]"), id: card.querySelector("[type=text]") });

  function add(article = {}) {
    const index = cards.children.length + 1;
    const card = h("fieldset", { class: "paper" },
      h("legend", {}, `Article ${index}`),
      h("textarea", { rows: "9", "aria-label": `Text of article ${index}`, placeholder: "Paste an article, or drop files anywhere on this page.", spellcheck: "false" }),
      h("div", { class: "about-article" },
        h("label", {}, "Published", h("input", { type: "date" })),
        h("label", { class: "grow" }, "Name", h("input", { type: "text", maxlength: "80", placeholder: "optional" })),
        h("button", { type: "button", class: "quiet remove", onclick: () => remove(card) }, "Remove")));
    const { text, published, id } = fields(card);
    text.value = article.text ?? article.html ?? "";
    published.value = article.published ?? "";
    id.value = article.id ?? "";
    if (article.html) card.dataset.html = "yes";
    text.addEventListener("input", () => {
      if (PAGE.test(text.value)) card.dataset.html = "yes";
      else delete card.dataset.html;
    });
    cards.append(card);
    renumber();
    return text;
  }
  function remove(card) {
    card.remove();
    if (!cards.children.length) add();
    renumber();
    cards.querySelector("textarea").focus();
  }
  function renumber() {
    const many = cards.children.length;
    for (const [index, card] of [...cards.children].entries()) {
      card.querySelector("legend").textContent = many > 1 ? `Article ${index + 1}` : "Article";
      card.querySelector("textarea").setAttribute("aria-label", `Text of article ${index + 1}`);
      card.querySelector(".remove").hidden = many === 1;
    }
    get("read").textContent = many > 1 ? "Compare" : "Find the claims";
  }
  function fill(articles) {
    cards.replaceChildren();
    for (const article of articles) add(article);
    if (!articles.length) add();
  }
  function articles() {
    return [...cards.children]
      .map((card) => {
        const { text, published, id } = fields(card);
        const name = id.value.trim();
        return { [card.dataset.html ? "html" : "text"]: text.value, ...(published.value && { published: published.value }), ...(name && { id: name }) };
      })
      .filter((article) => (article.text ?? article.html).trim());
  }
  async function open(files) {
    const read_in = await Promise.all([...files].map(async (file) => {
      const html = file.type === "text/html" || /\.html?$/i.test(file.name);
      return { [html ? "html" : "text"]: await file.text(), id: file.name };
    }));
    if (!read_in.length) return;
    fill([...articles(), ...read_in]);
    say(`${count(read_in.length, "file")} opened`);
    cards.lastElementChild.querySelector("textarea").focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = articles();
    if (given.length) read(given);
    else {
      say("There is no text yet.");
      cards.querySelector("textarea").focus();
    }
  });
  get("add").addEventListener("click", () => add().focus());
  get("files").addEventListener("change", (event) => open(event.target.files).then(() => (event.target.value = "")));
  get("open").addEventListener("click", () => get("files").click());
  const files = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!files(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget === null && document.body.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!files(event)) return;
    event.preventDefault();
    document.dispatchEvent(new CustomEvent("compose"));
    open(event.dataTransfer.files);
  });
  fill([]);
  return fill;
}
