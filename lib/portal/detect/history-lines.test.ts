// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { detect } from './detect';

const listing = (...rows: readonly (readonly string[])[]) => {
  const heads = ['Order Date', 'CSOS Order Number', 'NDC', 'Item Description', 'Size', 'Order Qty', 'Status'];
  const cells = (row: readonly string[], tag: string) =>
    row.map((text) => `<${tag}>${text}</${tag}>`).join('');
  document.body.innerHTML = `<h1>Order history</h1><table><tr>${cells(heads, 'th')}</tr>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</table>`;
  return detect(document).orders;
};
const row = (number: string, ndc: string, name: string, packages: string) => [
  ...['10/01/2026', number, ndc, name, '100', packages, 'Shipped'],
];

test('a listing whose rows are lines hands them over order by order; an order of which one isn’t keeps none', () => {
  const orders = listing(
    row('26X100201', '99901-0110-01', 'OXYCODONE HCL 10MG TAB', '3'),
    row('26X100201', '99901-0120-01', 'METHYLPHENIDATE HCL 20MG TAB', '2'),
    row('26X100202', '99901-0110-01', 'OXYCODONE HCL 10MG TAB', '1'),
    row('26X100203', '99901-0110-01', 'OXYCODONE HCL 10MG TAB', '1'),
    row('26X100203', '', 'see order', ''),
  );
  expect(
    orders.map(({ orderNumber, lines }) => [
      orderNumber.text,
      lines?.map((line) => [line.ndc?.text, line.packages?.text]),
    ]),
  ).toEqual([
    [
      '26X100201',
      [
        ['99901-0110-01', '3'],
        ['99901-0120-01', '2'],
      ],
    ],
    ['26X100202', [['99901-0110-01', '1']]],
    ['26X100203', undefined],
  ]);
});

test('a listing that only counts items has no lines', () => {
  document.body.innerHTML = `<h1>My orders</h1><table>
    <tr><th>Order Date</th><th>CSOS Order Number</th><th>Placed by</th><th>Items</th><th>Status</th></tr>
    <tr><td>10/01/2026</td><td>26X100201</td><td>Lee Park</td><td>3</td><td>Shipped</td></tr>
    <tr><td>10/02/2026</td><td>26X100202</td><td>Lee Park</td><td>1</td><td>Received</td></tr></table>`;
  expect(detect(document).orders.map(({ lines }) => lines)).toEqual([undefined, undefined]);
});
