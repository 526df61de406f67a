import type { Me } from '../api-types';
import { api, HttpError } from './api';
import { el } from './dom';
import { follow } from './navigate';
import { checkoutView } from './checkout-view';
import { guideView } from './guide-view';
import { homeView, pricesView } from './home-view';
import { orderView, ordersView } from './orders-view';
import { signInView } from './sign-in-view';

const links = [
  ['/', 'Home'],
  ['/order-guide', 'Order guide'],
  ['/checkout', 'Checkout'],
  ['/orders', 'Orders'],
  ['/prices', 'Price list'],
] as const;

/** Real back ends are slow, and unevenly so: between 400 and 900 ms by the path. */
function slowness(path: string): number {
  let sum = 0;
  for (const char of path) sum = (sum * 31 + char.charCodeAt(0)) % 501;
  return 400 + sum;
}

function viewOf(path: string, me: Me): Promise<HTMLElement> {
  const number = /^\/orders\/(\w+)$/.exec(path)?.[1];
  if (number) return orderView(number, me);
  if (path === '/order-guide') return guideView();
  if (path === '/checkout') return checkoutView(me);
  if (path === '/orders') return ordersView();
  if (path === '/prices') return pricesView();
  return homeView(me);
}

/** Null where nobody is signed in. */
async function whoAmI(): Promise<Me | null> {
  try {
    return await api<Me>('/api/session');
  } catch (error) {
    if (error instanceof HttpError && error.status === 401) return null;
    throw error;
  }
}

const root = document.getElementById('root') as HTMLElement;
let showing = 0;

async function show(): Promise<void> {
  const mine = ++showing;
  const path = location.pathname;
  const me = await whoAmI();
  if (!me) {
    root.replaceChildren(signInView(() => void show()));
    return;
  }
  const main = el('main', 'main', {}, el('div', 'pulse'), el('div', 'pulse'), el('div', 'pulse'));
  const nav = links.map(([to, label]) =>
    el('a', to === path ? 'link linkOn' : 'link', { href: to, click: follow(to) }, label),
  );
  const side = el(
    'nav',
    'side',
    {},
    el('div', 'logo', {}, '⚓ Harbor Wholesale'),
    ...nav,
    el('div', 'faint', {}, me.customer.name),
  );
  root.replaceChildren(el('div', 'shell', {}, side, main));
  const [view] = await Promise.all([
    viewOf(path, me),
    new Promise((done) => setTimeout(done, slowness(path))),
  ]);
  if (mine === showing) main.replaceChildren(view);
}

addEventListener('popstate', () => void show());
void show();
