// What is asked of the server.

let token = null;

/** Sends a bearer token from now on; it is kept nowhere but here. */
export const useToken = (given) => (token = given);

/** The server's refusal, as RFC 9457 writes it. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `The server answered ${status}.`);
    this.status = status;
  }
}

async function ask(path, body, accept = "application/json", signal = undefined) {
  const headers = { accept };
  if (body) headers["content-type"] = "application/json";
  if (token) headers.authorization = `Bearer ${token}`;
  let response;
  try {
    response = await fetch(path, { method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body), signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("The server does not answer. Is it still running?");
  }
  if (!response.ok) throw new Refusal(response.status, await response.json().catch(() => null));
  return response;
}

const entry = ({ text, html, published, id }) => ({
  ...(html ? { html } : { text }),
  ...(published && { published }),
  ...(id && { id }),
});

const request = (articles, options) =>
  articles.length === 1
    ? ["/v1/extract", { ...entry(articles[0]), options }]
    : ["/v1/compare", { articles: articles.map(entry), options }];

/** The articles read, one or several in one form: a comparison's, whose claims name their document. */
export async function read(articles, signal) {
  const [path, body] = request(articles, { with_text: true });
  const found = await (await ask(path, body, undefined, signal)).json();
  if (articles.length > 1) return found;
  const at = (claim) => ({ document: 0, claim });
  const relations = found.relations.map((relation) => ({
    ...relation,
    claims: relation.claims.map(at),
    parts: (relation.parts ?? []).map((part) => ({ ...part, document: 0 })),
  }));
  return { documents: [found], relations, threads: [], duplicates: [], entities: [] };
}

/** What one article's report, or a comparison, can be written as. */
export async function formats(several) {
  const all = await (await ask("/v1/formats")).json();
  return all.filter((format) => format.of === (several ? "comparisons" : "reports"));
}

/** The articles written in the format of this name, as a file's content. */
export async function written(articles, format) {
  const [path, body] = request(articles, {});
  return (await ask(`${path}?format=${encodeURIComponent(format)}`, body, "*/*")).blob();
}

export const examples = async () => (await ask("/page/examples.json")).json();
