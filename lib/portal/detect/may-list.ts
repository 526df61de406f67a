import { ORDER_NUMBER_ANYWHERE } from '@/lib/base/light';

const SMALL_ROWS = 6;
const MAX_TEXT = 60_000;
const NUMBER = new RegExp(ORDER_NUMBER_ANYWHERE.source);
const NDC = /\bNDC\b|National Drug Code|\d{4,5}[-‐‑–]\d{3,4}[-‐‑–]\d{1,2}|\b\d{11}\b/i;
const QUANTITY = /qty|quantity|packages|pkgs|ordered|shipped|received|\bord\b/i;
const DRUG = /\d ?(?:mg|mcg|ml|%)|c-?ii|schedule|\bsch\b|tab|cap/i;
const ORDERS = /order|csos|222|utn|\bp\.?o\b|requisition|invoice/i;
const STANDING = /status|state|date|\d{1,2}\/\d{1,2}\/\d{2}|received|shipped|pending/i;

/** Whether a table is worth reading cell by cell: its text alone says if it can list lines or orders. */
export function mayList(table: Element): boolean {
  const rows = table.querySelectorAll('tr,[role="row"]');
  if (rows.length <= SMALL_ROWS) return true;
  const text = (table.textContent ?? '').slice(0, MAX_TEXT);
  if (NDC.test(text) || NUMBER.test(text)) return true;
  return (QUANTITY.test(text) && DRUG.test(text)) || (ORDERS.test(text) && STANDING.test(text));
}
