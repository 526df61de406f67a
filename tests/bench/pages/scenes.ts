/** Pages that are drawn for measuring; everything in them is invented. */

const WORDS =
  'counter shelf delivery window morning staff notes update monthly letter review paper market green'.split(
    ' ',
  );
const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => WORDS[(from * 7 + i * 3) % WORDS.length]).join(' ');

/** About so many nodes, texts included, that are no order: news, prices and dates of a shop's start page. */
export function plainPage(nodes: number): string {
  const one = (i: number) =>
    `<li><a href="#n${i}">${words(i, 4)}</a> <span>${(i * 37) % 900}.${10 + (i % 90)}</span> <small>11/${1 + (i % 28)}/2026</small></li>`;
  // Eight nodes an entry: list item, three elements, three texts and the white space between them.
  return `<main><h1>News</h1><ul>${Array.from({ length: Math.round(nodes / 9) }, (_, i) => one(i)).join('')}</ul></main>`;
}

/** An order form with so many lines, each with its quantity in a field. */
export function orderPage(lines: number): string {
  const row = (i: number) => {
    const ndc = `${String(10_000 + i).padStart(5, '0')}-${String(i % 10_000).padStart(4, '0')}-01`;
    return `<tr><td>${ndc}</td><td>${400_000 + i}</td><td>OXYCODONE HCL ${5 * (1 + (i % 6))}MG TAB</td><td>100 EA</td><td><input value="${1 + (i % 9)}" size="3"></td><td>C-II</td></tr>`;
  };
  const head = ['NDC', 'Item #', 'Description', 'Pkg Size', 'Order Qty', 'DEA Schedule'];
  return `<h1>Your order</h1><p>PO #: 26X100208</p><table><thead><tr>${head.map((title) => `<th>${title}</th>`).join('')}</tr></thead>
    <tbody>${Array.from({ length: lines }, (_, i) => row(i)).join('')}</tbody></table><button>Submit order</button>`;
}

/** So many fields and nothing else: a spreadsheet, a survey. */
export function wallOfFields(fields: number): string {
  return `<h1>Count sheet</h1><table><tr><th>NDC</th><th>Qty</th></tr>${Array.from(
    { length: fields / 2 },
    (_, i) => `<tr><td><input value="1000${i}"></td><td><input value="${i % 7}"></td></tr>`,
  ).join('')}</table>`;
}

/** One batch of what a busy page draws: twenty rows in, twenty out, a clock that ticks. */
export function drawBatch(into: Element, batch: number): void {
  const fragment = document.createDocumentFragment();
  for (let i = 0; i < 20; i++) {
    const row = document.createElement('div');
    row.append(document.createElement('b'), words(batch * 20 + i, 5));
    fragment.append(row);
  }
  while (into.childElementCount > 40) into.firstElementChild?.remove();
  into.append(fragment);
}
