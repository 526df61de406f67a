import { readFileSync } from 'node:fs';
import { adminRoutes } from '../book/admin-routes';
import { cartLines, setPackages } from '../book/cart';
import { readReceipt } from '../book/read-receipt';
import { sessionOf, signIn } from '../book/sessions';
import type { Session, SupplierBook } from '../book/supplier-book';
import type { Html } from '../http/html';
import { asset, notFound, page, redirect, type Reply } from '../http/reply';
import { route, type Call, type Handler } from '../http/router';
import { layout } from './layout';
import { confirmationPage, detailPage, ordersPage, receivePage } from './order-pages';
import { accountPage, dashboardPage, signInPage } from './other-pages';
import { placeOrder } from './place-order';
import { cartPage, shopPage } from './shop-pages';

const COOKIE = 'CHSSESSION';

/** Cascade Health Supply signs on its own server: no other program's signature is taken here. */
export function cascade(book: SupplierBook): Handler {
  const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
  const css = file('./cascade.css');
  const script = file('./client.js');
  const show = (session: Session | null, title: string, body: Html): Reply =>
    page(layout(book, session, title, body));
  const withSession =
    (handler: (session: Session, call: Call) => Reply): Handler =>
    (call) => {
      const session = sessionOf(book, call, COOKIE);
      return session ? handler(session, call) : show(null, 'Sign in', signInPage());
    };
  const cart = (session: Session, problem: string | null): Reply =>
    show(session, 'Shopping cart', cartPage(book, session, problem));

  return route({
    ...adminRoutes(book),
    'GET /static/cascade.css': () => asset(css, 'text/css'),
    'GET /static/cascade.js': () => asset(script, 'text/javascript'),
    'GET /signin': () => show(null, 'Sign in', signInPage()),
    'POST /signin': ({ form }) => redirect('/shop', signIn(book, form.get('user') ?? '', COOKIE)),
    'GET /': withSession((session) => show(session, 'Dashboard', dashboardPage(book))),
    'GET /account': withSession((session) => show(session, 'Account', accountPage(book))),
    'GET /shop': withSession((session) => show(session, 'Shop', shopPage(book))),
    'GET /cart': withSession((session) => cart(session, null)),
    'POST /cart/add': withSession((session, { form }) => {
      const sku = form.get('sku') ?? '';
      if (book.catalogue.item(sku)) setPackages(session, sku, String((session.cart.get(sku) ?? 0) + 1));
      return redirect('/cart');
    }),
    'POST /cart/update': withSession((session, { form }) => {
      for (const { item } of cartLines(book, session)) {
        setPackages(session, item.itemNumber, form.get(`qty_${item.itemNumber}`) ?? '');
      }
      return redirect('/cart');
    }),
    'POST /cart/sign': withSession((session, { form }) => {
      if (!/^\d{4,8}$/.test(form.get('pin') ?? ''))
        return cart(session, 'The signing PIN has 4 to 8 digits.');
      const order = placeOrder(book, session);
      return order ? redirect(`/orders/${order.number}/confirmation`) : redirect('/cart');
    }),
    'GET /orders': withSession((session) => show(session, 'My Orders', ordersPage(book))),
    'GET /orders/:number': withSession((session, { params }) => {
      const order = book.find(params['number'] ?? '');
      return order ? show(session, `Order ${order.number}`, detailPage(book, order)) : notFound();
    }),
    'GET /orders/:number/confirmation': withSession((session, { params }) => {
      const order = book.find(params['number'] ?? '');
      return order ? show(session, 'Order confirmation', confirmationPage(book, order)) : notFound();
    }),
    'GET /orders/:number/receive': withSession((session, { params }) => {
      const order = book.find(params['number'] ?? '');
      return order
        ? show(session, `Receive order ${order.number}`, receivePage(book, order, null))
        : notFound();
    }),
    'POST /orders/:number/receive': withSession((session, { params, form }) => {
      const order = book.find(params['number'] ?? '');
      if (!order) return notFound();
      const receipt = readReceipt(order, form, '');
      const ticked = order.lines.every((line) => form.has(`ok_${line.lineNumber}`));
      if (!receipt || !ticked || !form.has('attest')) {
        const problem = 'Enter quantity and date, check every line, and attest before saving.';
        return show(session, `Receive order ${order.number}`, receivePage(book, order, problem));
      }
      book.receive(order.number, receipt.quantities, receipt.date);
      return redirect(`/orders/${order.number}`);
    }),
  });
}
