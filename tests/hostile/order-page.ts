/** A line as an order page shows it; `attributes` and `quantity` are where attacks begin. */
export interface HostileRow {
  readonly ndc: string;
  readonly name: string;
  readonly quantity: string;
  readonly attributes?: string;
}

export const OXYCODONE: HostileRow = { ndc: '99901-0110-01', name: 'OXYCODONE HCL 10MG TAB', quantity: '2' };
export const METHYLPHENIDATE: HostileRow = {
  ...{ ndc: '99901-0120-01', name: 'METHYLPHENIDATE HCL 20MG TAB', quantity: '3' },
};
/** What nobody sees, or what is added by somebody else. */
export const HYDROMORPHONE: HostileRow = {
  ndc: '99901-0330-01',
  name: 'HYDROMORPHONE TAB 4MG',
  quantity: '9',
};

export function rowHtml({ ndc, name, quantity, attributes = '' }: HostileRow): string {
  return `<tr ${attributes}><td>${ndc}</td><td>${name}</td><td>100</td><td>C-II</td><td>${quantity}</td></tr>`;
}

/** A review page with these lines; `more` stands in its head, `after` behind the table. */
export function orderPage(
  rows: readonly (HostileRow | string)[],
  { more = '', after = '' }: { readonly more?: string; readonly after?: string } = {},
): string {
  return `<!doctype html><html><head><title>Review order</title>${more}</head><body>
    <h1>Review your order</h1><p>PO # 1234567</p>
    <table border="1"><thead><tr><th>NDC</th><th>Description</th><th>Pkg Size</th><th>Schedule</th><th>Order Qty</th></tr></thead>
    <tbody>${rows.map((row) => (typeof row === 'string' ? row : rowHtml(row))).join('')}</tbody></table>
    <button type="button">Submit order</button>${after}</body></html>`;
}
