import type { Session, SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';

const links = [
  ['/', 'Dashboard'],
  ['/shop', 'Shop'],
  ['/orders', 'My Orders'],
  ['/account', 'Account'],
] as const;

export function layout(book: SupplierBook, session: Session | null, title: string, body: Html): Html {
  const { supplier, customer } = book;
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>${title} | ${supplier.name}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="stylesheet" href="/static/cascade.css" />
      <script src="/static/cascade.js" defer></script>
    </head>
    <body>
      <header class="navbar">
        <a class="navbar-brand" href="/"><span class="logo" aria-hidden="true">▲</span> ${supplier.name}</a>
        <nav>${links.map(([href, label]) => html`<a href="${href}">${label}</a>`)}</nav>
        ${
          session
            ? html`<div class="account">
                ${session.user} · ${customer.name}
                <a class="btn btn-light" href="/cart">Cart <span class="badge">${session.cart.size}</span></a>
              </div>`
            : ''
        }
      </header>
      <main class="container">
        <h2 class="page-title">${title}</h2>
        ${body}
      </main>
      <footer class="footer">
        <div class="container">
          ${supplier.name} · ${supplier.street}, ${supplier.city}, ${supplier.state} ${supplier.postalCode} ·
          DEA ${supplier.deaNumber}<br />© 2018 ${supplier.name}. All rights reserved.
        </div>
      </footer>
    </body>
  </html>`;
}
