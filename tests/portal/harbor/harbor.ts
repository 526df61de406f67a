import * as v from 'valibot';
import { adminRoutes } from '../book/admin-routes';
import { setPackages } from '../book/cart';
import { sessionOf, signIn } from '../book/sessions';
import { submitOrder } from '../book/submit-order';
import type { Session, SupplierBook } from '../book/supplier-book';
import { html } from '../http/html';
import { asset, json, notFound, page, type Reply } from '../http/reply';
import { route, type Call, type Handler } from '../http/router';
import type { Verify } from '../verify/verdict';
import { bundleApp } from './bundle';
import { detailOf, summaryOf } from './order-views';
import { pageApiRoutes } from './page-api';
import { stylesheet } from './styles';

const COOKIE = 'hbr_sid';

const SignInBody = v.object({ user: v.string() });
const CartBody = v.object({ itemNumber: v.string(), packages: v.number() });
const OrderBody = v.object({ cms: v.string() });
const ReceiptBody = v.object({ date: v.string(), quantities: v.record(v.string(), v.number()) });

/** Harbor Wholesale: a single-page app over a JSON interface; asks for the signature through the page API. */
export async function harbor(book: SupplierBook, verify: Verify): Promise<Handler> {
  const [app, pageApi] = await Promise.all([bundleApp(), pageApiRoutes()]);
  const shell = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>Harbor Wholesale</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="stylesheet" href="/assets/app.css" />
      <script type="module" src="/assets/app.js"></script>
    </head>
    <body>
      <div id="root"></div>
    </body>
  </html>`;
  const index = (): Reply => {
    const reply = page(shell);
    return { ...reply, headers: { ...reply.headers, 'content-security-policy': "default-src 'self'" } };
  };
  const withSession =
    (handler: (session: Session, call: Call) => Reply | Promise<Reply>): Handler =>
    (call) => {
      const session = sessionOf(book, call, COOKIE);
      return session ? handler(session, call) : json({ error: 'not signed in' }, 401);
    };

  return route({
    ...adminRoutes(book),
    'GET /assets/app.js': () => asset(app, 'text/javascript'),
    'GET /assets/app.css': () => asset(stylesheet, 'text/css'),
    ...pageApi,
    'GET /': index,
    'GET /order-guide': index,
    'GET /checkout': index,
    'GET /prices': index,
    'GET /orders': index,
    'GET /orders/:number': index,
    'POST /api/session': ({ json: body }) => {
      const asked = v.parse(SignInBody, body);
      return { ...json({ ok: true }), headers: signIn(book, asked.user, COOKIE) };
    },
    'GET /api/session': withSession(({ user }) =>
      json({ user, supplier: book.supplier, customer: book.customer, today: book.today() }),
    ),
    'GET /api/items': withSession(({ cart }) =>
      json(book.catalogue.items.map((item) => ({ ...item, inCart: cart.get(item.itemNumber) ?? 0 }))),
    ),
    'POST /api/cart': withSession((session, { json: body }) => {
      const asked = v.parse(CartBody, body);
      if (book.catalogue.item(asked.itemNumber)) {
        setPackages(session, asked.itemNumber, String(asked.packages));
      }
      return json({ packages: session.cart.get(asked.itemNumber) ?? 0 });
    }),
    'POST /api/orders': withSession(async (session, { json: body }) =>
      json(await submitOrder(book, session, v.parse(OrderBody, body).cms, verify)),
    ),
    'GET /api/orders': withSession(() => json(book.history().map(summaryOf))),
    'GET /api/orders/:number': withSession((_session, { params }) => {
      const order = book.find(params['number'] ?? '');
      return order ? json(detailOf(book, order)) : notFound();
    }),
    'POST /api/orders/:number/receipt': withSession((_session, { params, json: body }) => {
      const order = book.find(params['number'] ?? '');
      if (!order) return notFound();
      const receipt = v.parse(ReceiptBody, body);
      book.receive(order.number, receipt.quantities, receipt.date);
      return json(detailOf(book, order));
    }),
  });
}
