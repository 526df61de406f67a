/** A customer without a browser: signs in at Meridian and posts its forms; answers what the page says as text. */
export interface Customer {
  fillCart(quantities: Readonly<Record<string, number>>): Promise<string>;
  submit(signedOrder: string): Promise<string>;
  open(path: string): Promise<string>;
  post(path: string, form: Readonly<Record<string, string>>): Promise<string>;
}

function textOf(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

export async function meridianCustomer(url: string): Promise<Customer> {
  const signIn = await fetch(`${url}/signin.asp`, {
    method: 'POST',
    body: new URLSearchParams({ user: 'Dana' }),
    redirect: 'manual',
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const post = async (path: string, form: Readonly<Record<string, string>>): Promise<string> => {
    const body = new URLSearchParams(form);
    return textOf(await (await fetch(url + path, { method: 'POST', headers: { cookie }, body })).text());
  };
  return {
    post,
    open: async (path) => textOf(await (await fetch(url + path, { headers: { cookie } })).text()),
    fillCart: (quantities) => {
      const boxes = Object.entries(quantities).map(([item, packages]) => [`qty_${item}`, String(packages)]);
      return post('/order/entry.asp', {
        ...(Object.fromEntries(boxes) as Record<string, string>),
        review: '1',
      });
    },
    submit: (signedOrder) => post('/order/submit.asp', { signedOrder }),
  };
}
