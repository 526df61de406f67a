import { slashed } from '../book/days';
import type { Session, SupplierBook } from '../book/supplier-book';
import { html, type Html } from '../http/html';

const tabs = [
  ['/default.asp', 'Home'],
  ['/pricelist.asp', 'Price List'],
  ['/order/entry.asp', 'Order Entry'],
  ['/csos/status.asp', 'CSOS Order Status'],
  ['/csos/receiving.asp', 'CSOS Receiving'],
  ['/statement.asp', 'Statement'],
] as const;

/** The frame of every page: tables for layout, as it was done when this portal was new. */
export function layout(book: SupplierBook, session: Session | null, title: string, body: Html): Html {
  const { supplier, customer } = book;
  return html`<html>
    <head>
      <title>${supplier.name} - ${title}</title>
      <meta charset="utf-8" />
      <link rel="stylesheet" href="/meridian.css" />
    </head>
    <body bgcolor="#FFFFFF" topmargin="0" leftmargin="0">
      <table class="banner" width="100%" cellspacing="0" cellpadding="0" border="0">
        <tr>
          <td width="64" align="center"><img src="/meridian.svg" width="44" height="44" alt="" /></td>
          <td>
            <span class="brand">${supplier.name}</span><br /><span class="tag"
              >MeridianNet&#8482; Online Ordering</span
            >
          </td>
          <td align="right" class="who">
            ${session ? html`Signed in: <b>${session.user}</b> | <a href="/signout.asp">Sign Out</a><br />Account 00418-22 &nbsp; ${customer.name}` : 'Not signed in'}
            <br />${slashed(book.today())}
          </td>
        </tr>
      </table>
      <table class="nav" width="100%" cellspacing="1" cellpadding="0" border="0">
        <tr>
          ${tabs.map(([href, label]) => html`<td align="center"><a href="${href}">${label}</a></td>`)}
        </tr>
      </table>
      <table width="100%" cellspacing="0" cellpadding="8" border="0">
        <tr>
          <td class="side" width="150" valign="top">
            <table width="100%" cellspacing="0" cellpadding="3" class="box">
              <tr>
                <td class="boxhead">Customer Service</td>
              </tr>
              <tr>
                <td>
                  Mon-Fri 7:00a-7:00p CT<br />Sat 8:00a-12:00p CT<br />(555) 014-2200<br /><br />CII cut-off
                  5:00p CT
                </td>
              </tr>
            </table>
            <br />
            <table width="100%" cellspacing="0" cellpadding="3" class="box">
              <tr>
                <td class="boxhead">Notices</td>
              </tr>
              <tr>
                <td>Warehouse closed on federal holidays.</td>
              </tr>
            </table>
          </td>
          <td valign="top">
            <h1>${title}</h1>
            ${body}
          </td>
        </tr>
      </table>
      <table width="100%" class="foot" cellpadding="4">
        <tr>
          <td>
            ${supplier.name}, ${supplier.street}, ${supplier.city}, ${supplier.state} ${supplier.postalCode} |
            DEA Reg. No. ${supplier.deaNumber} | &copy; 2005 Best viewed at 1024 x 768.
          </td>
        </tr>
      </table>
    </body>
  </html>`;
}
