/**
 * The fields of one line; a quote opens a field only where the field begins, and is doubled within. Null where the last
 * quoted field isn't closed: the line goes on in the next one, or the quote was meant as such.
 */
export function splitFields(line: string, delimiter: string): readonly string[] | null {
  if (!line.includes('"')) return line.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; at <= line.length;) {
    if (line[at] !== '"') {
      const end = line.indexOf(delimiter, at);
      fields.push(line.slice(at, end < 0 ? undefined : end));
      if (end < 0) return fields;
      at = end + delimiter.length;
      continue;
    }
    let field = '';
    let from = at + 1;
    for (;;) {
      const quote = line.indexOf('"', from);
      if (quote < 0) return null;
      field += line.slice(from, quote);
      from = quote + 1;
      if (line[from] !== '"') break;
      field += '"';
      from += 1;
    }
    const end = line.indexOf(delimiter, from);
    // What stands between a closing quote and the next field belongs to the field: `"12" TUBE`.
    fields.push(field + line.slice(from, end < 0 ? undefined : end));
    if (end < 0) return fields;
    at = end + delimiter.length;
  }
  return fields;
}
