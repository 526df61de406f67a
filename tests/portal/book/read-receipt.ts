import type { BookOrder } from './book-order';

export interface Receipt {
  readonly quantities: Readonly<Record<number, number>>;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

function isoDate(text: string): string | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (american) {
    const [, month, day, year] = american as unknown as [string, string, string, string];
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

/** Reads `rcv_N` per line and `date`; null where nothing was counted or the date isn't one. A blank date means today. */
export function readReceipt(order: BookOrder, form: URLSearchParams, today: string): Receipt | null {
  const counted = order.lines.flatMap((line) => {
    const text = (form.get(`rcv_${line.lineNumber}`) ?? '').trim();
    return /^\d{1,4}$/.test(text) ? [[line.lineNumber, Number(text)] as const] : [];
  });
  const date = isoDate((form.get('date') ?? '').trim() || today);
  return counted.length > 0 && date !== null ? { quantities: Object.fromEntries(counted), date } : null;
}
