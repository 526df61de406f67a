import { html, type Html } from './html';

/** The head of a table: title and class of each column (`n`: figures). */
export function tableHead(columns: readonly (readonly [title: string, kind?: 'n'])[]): Html {
  return html`<thead>
    <tr>
      ${columns.map(([title, kind = '']) => html`<th class="${kind}" scope="col">${title}</th>`)}
    </tr>
  </thead>`;
}
