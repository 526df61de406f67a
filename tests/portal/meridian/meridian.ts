import { readFileSync } from 'node:fs';
import { adminRoutes } from '../book/admin-routes';
import { setPackages } from '../book/cart';
import { readReceipt } from '../book/read-receipt';
import { sessionOf, signIn } from '../book/sessions';
import { submitOrder } from '../book/submit-order';
import type { Session, SupplierBook } from '../book/supplier-book';
import type { Html } from '../http/html';
import { asset, notFound, page, redirect, type Reply } from '../http/reply';
import { route, type Call, type Handler } from '../http/router';
import type { Verify } from '../verify/verdict';
import { entryPage } from './entry-page';
import { layout } from './layout';
import { orderPage, receivingPage, statusPage } from './order-pages';
import { homePage, priceListPage, signInPage, statementPage } from './other-pages';
import { resultPage } from './result-page';
import { reviewPage } from './review-page';

const COOKIE = 'MERIDIANSESSION';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><circle cx="22" cy="22" r="20" fill="#fc3"/><path d="M22 2a20 20 0 0 0 0 40M22 2v40M2 22h40" fill="none" stroke="#036" stroke-width="3"/></svg>';

/** Meridian Drug: server-rendered in 2005 and never rebuilt; every button is a full postback. */
export function meridian(book: SupplierBook, verify: Verify): Handler {
  const css = readFileSync(new URL('./meridian.css', import.meta.url), 'utf8');
  const show = (session: Session | null, title: string, body: Html): Reply =>
    page(layout(book, session, title, body));
  const withSession =
    (handler: (session: Session, call: Call) => Reply | Promise<Reply>): Handler =>
    (call) => {
      const session = sessionOf(book, call, COOKIE);
      return session ? handler(session, call) : show(null, 'Sign In', signInPage());
    };
  const takeQuantities = (session: Session, call: Call): void => {
    for (const item of book.catalogue.items) {
      setPackages(session, item.itemNumber, call.form.get(`qty_${item.itemNumber}`) ?? '');
    }
  };

  return route({
    ...adminRoutes(book),
    'GET /meridian.css': () => asset(css, 'text/css'),
    'GET /meridian.svg': () => asset(LOGO, 'image/svg+xml'),
    'GET /': () => redirect('/default.asp'),
    'GET /default.asp': (call) => show(sessionOf(book, call, COOKIE), 'Home', homePage(book)),
    'GET /signin.asp': () => show(null, 'Sign In', signInPage()),
    'POST /signin.asp': ({ form }) =>
      redirect('/order/entry.asp', signIn(book, form.get('user') ?? '', COOKIE)),
    'GET /signout.asp': (call) => {
      book.sessions.delete(call.cookies[COOKIE] ?? '');
      return redirect('/default.asp');
    },
    'GET /pricelist.asp': withSession((session) => show(session, 'Price List', priceListPage(book))),
    'GET /statement.asp': withSession((session) => show(session, 'Statement', statementPage(book))),
    'GET /order/entry.asp': withSession((session) => show(session, 'Order Entry', entryPage(book, session))),
    'POST /order/entry.asp': withSession((session, call) => {
      takeQuantities(session, call);
      if (call.form.has('clear')) session.cart.clear();
      if (call.form.has('review')) return show(session, 'Review CSOS Order', reviewPage(book, session));
      return show(session, 'Order Entry', entryPage(book, session));
    }),
    'GET /order/review.asp': withSession((session) =>
      show(session, 'Review CSOS Order', reviewPage(book, session)),
    ),
    'POST /order/submit.asp': withSession(async (session, { form }) => {
      const result = await submitOrder(book, session, form.get('signedOrder') ?? '', verify);
      return show(session, result.accepted ? 'Order Accepted' : 'Order Not Accepted', resultPage(result));
    }),
    'GET /csos/status.asp': withSession((session) => show(session, 'CSOS Order Status', statusPage(book))),
    'GET /csos/receiving.asp': withSession((session) => show(session, 'CSOS Receiving', receivingPage(book))),
    'GET /csos/order.asp': withSession((session, { query }) => {
      const order = book.find(query.get('csos') ?? '');
      return order ? show(session, `CSOS Order ${order.number}`, orderPage(book, order)) : notFound();
    }),
    'POST /csos/receive.asp': withSession((_session, { form }) => {
      const order = book.find(form.get('csos') ?? '');
      if (!order) return notFound();
      const receipt = readReceipt(order, form, book.today());
      if (receipt) book.receive(order.number, receipt.quantities, receipt.date);
      return redirect(`/csos/order.asp?csos=${order.number}`);
    }),
  });
}
