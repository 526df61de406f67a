/** A customer without a browser: posts the portal's forms and answers what the page then says, as text. */
export interface Customer {
  open(path: string): Promise<string>;
  /** The page as markup. */
  raw(path: string): Promise<string>;
  post(path: string, form: Readonly<Record<string, string>>): Promise<string>;
  postJson(path: string, body: unknown): Promise<unknown>;
}

function textOf(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Signs in at `signInPath`, as a form or, under /api, as JSON. */
export async function portalCustomer(url: string, signInPath: string, user = 'tester'): Promise<Customer> {
  const signIn = await fetch(url + signInPath, {
    method: 'POST',
    redirect: 'manual',
    ...(signInPath.startsWith('/api')
      ? { headers: JSON_TYPE, body: JSON.stringify({ user }) }
      : { body: new URLSearchParams({ user }) }),
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const raw = async (path: string): Promise<string> =>
    (await fetch(url + path, { headers: { cookie } })).text();
  return {
    raw,
    open: async (path) => textOf(await raw(path)),
    async post(path, form) {
      const body = new URLSearchParams(form);
      return textOf(await (await fetch(url + path, { method: 'POST', headers: { cookie }, body })).text());
    },
    async postJson(path, body) {
      const headers = { cookie, ...JSON_TYPE };
      const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()) as unknown;
    },
  };
}
