/** GS1 separates an element of variable length from the next with FNC1, which scanners send as GS (29), some as `|` or `~`. */
const SEPARATOR = /[\u001D|~]/;
/** What a scanner may send first: which kind of barcode it was (`]d2` DataMatrix, `]C1` Code 128). */
const SYMBOLOGY = /^\][A-Za-z]\d/;
/** Application identifiers on US drug packages with the length of their data: GTIN, serial, expiry, lot and dates. */
const FIXED: ReadonlyMap<string, number> = new Map([
  ['01', 14],
  ['11', 6],
  ['13', 6],
  ['15', 6],
  ['17', 6],
  ['20', 2],
]);
const VARIABLE: ReadonlySet<string> = new Set(['10', '21', '22', '30', '37']);

/**
 * The GTIN (14 digits, check digit proved) in what a scanner sends or a label prints: GS1 element strings
 * (`010030406855201417…`), human-readable ones (`(01)00304068552014(17)…`), EAN-13, UPC-A. Null where there is none.
 * Source: GS1 General Specifications 3 (element strings), 7.9 (check digit).
 */
export function findGtin(text: string): string | null {
  const value = text.trim().replace(SYMBOLOGY, '');
  const digits = value.startsWith('(') ? readable(value) : (elementIn(value) ?? bare(value));
  return digits !== null && isChecked(digits) ? digits : null;
}

function readable(value: string): string | null {
  return /\(01\)\s*(\d{14})(?!\d)/.exec(value)?.[1] ?? null;
}

/** UPC-A and EAN-13 are a GTIN-14 with zeros before it; labels print them in groups (`N3 0406-8552-01 4`). */
function bare(value: string): string | null {
  const digits = value.replace(/^N\s?(?=3)/i, '').replace(/(?<=\d)[\s-](?=\d)/g, '');
  return /^\d{12,14}$/.test(digits) ? digits.padStart(14, '0') : null;
}

/** Walks the elements up to the GTIN; null where one can't be told from the next. */
function elementIn(value: string): string | null {
  if (/^\d{12,14}$/.test(value)) return null;
  let rest = value.replace(/^[\u001D|~]/, '');
  while (rest.length > 2) {
    const identifier = rest.slice(0, 2);
    const length = FIXED.get(identifier);
    if (length !== undefined) {
      const data = rest.slice(2, 2 + length);
      if (data.length < length || !/^\d+$/.test(data)) return null;
      if (identifier === '01') return data;
      rest = rest.slice(2 + length).replace(/^[\u001D|~]/, '');
    } else {
      const end = rest.search(SEPARATOR);
      if (!VARIABLE.has(identifier) || end < 0) return null;
      rest = rest.slice(end + 1);
    }
  }
  return null;
}

function isChecked(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}
