export interface Cell {
  readonly label: string;
  readonly html: string;
}
/** Draws lines of cells, all with the same labels; `total` is a sentence below them, or nothing. */
export type Container = (lines: readonly (readonly Cell[])[], total: string) => string;

const each = <T>(all: readonly T[] | undefined, draw: (one: T) => string) => (all ?? []).map(draw).join('');

/** The usual ways in which portals lay out the lines of an order. */
export const containers: Readonly<Record<string, Container>> = {
  table: (lines, total) =>
    `<table><thead><tr>${each(lines[0], ({ label }) => `<th>${label}</th>`)}</tr></thead><tbody>${each(
      lines,
      (line) => `<tr>${each(line, ({ html }) => `<td>${html}</td>`)}</tr>`,
    )}</tbody>${total && `<tfoot><tr><td colspan="${lines[0]?.length ?? 1}">${total}</td></tr></tfoot>`}</table>`,
  plainTable: (lines, total) =>
    `<table border="1"><tr>${each(lines[0], ({ label }) => `<td><b>${label}</b></td>`)}</tr>${each(
      lines,
      (line) => `<tr>${each(line, ({ html }) => `<td>${html}</td>`)}</tr>`,
    )}</table>${total && `<p>${total}</p>`}`,
  ariaGrid: (lines, total) =>
    `<div role="grid"><div role="row" style="display:flex">${each(
      lines[0],
      ({ label }) => `<div role="columnheader" style="width:120px">${label}</div>`,
    )}</div>${each(
      lines,
      (line) =>
        `<div role="row" style="display:flex">${each(line, ({ html }) => `<div role="gridcell" style="width:120px">${html}</div>`)}</div>`,
    )}</div>${total && `<div>${total}</div>`}`,
  cards: (lines, total) =>
    `<ul>${each(
      lines,
      (line) =>
        `<li class="card">${each(line, ({ label, html }) => (label === '' ? html : `<div><span>${label}:</span> <span>${html}</span></div>`))}</li>`,
    )}</ul>${total && `<p>${total}</p>`}`,
  definitions: (lines, total) =>
    `${each(
      lines,
      (line) =>
        `<dl>${each(line, ({ label, html }) => (label === '' ? '' : `<dt>${label}</dt><dd>${html}</dd>`))}</dl>${each(line, ({ label, html }) => (label === '' ? html : ''))}`,
    )}${total && `<p>${total}</p>`}`,
};
