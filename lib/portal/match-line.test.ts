import { describe, expect, it } from 'vitest';
import { matchLine, type NamedLine } from './match-line';

const line = (ndc: string | null, itemNumber: string | null, name: string | null): NamedLine => ({
  ndc,
  itemNumber,
  name,
});
const order = [
  line('99901011001', '55-1', 'OXYCODONE HCL 10MG TAB'),
  line('99901012001', '55-2', 'METHYLPHENIDATE 20MG TAB'),
  line(null, '55-3', 'HYDROMORPHONE 4MG TAB'),
  line(null, null, 'MORPHINE 15MG TAB'),
];

describe('the line of an order that a page means', () => {
  it('is found by NDC, then item number, then description', () => {
    expect(matchLine(line('99901-0120-01', null, 'whatever'), order)).toBe(1);
    expect(matchLine(line(null, '#55-3', 'whatever'), order)).toBe(2);
    expect(matchLine(line(null, null, 'morphine  15mg tab'), order)).toBe(3);
    // An NDC that the order doesn't have is looked for by its other names.
    expect(matchLine(line('99901-0999-01', '55-3', null), order)).toBe(2);
  });

  it('isn’t one with another NDC or item number, whatever it is called', () => {
    expect(matchLine(line('99901-0999-01', null, 'OXYCODONE HCL 10MG TAB'), order)).toBe('none');
    expect(matchLine(line(null, '55-9', 'OXYCODONE HCL 10MG TAB'), order)).toBe('none');
    expect(matchLine(line(null, null, null), order)).toBe('none');
  });

  it('is none where it can’t be told from another, and the next name tells it where it can', () => {
    const twice = [...order, line('99901011001', '55-7', 'OXYCODONE HCL 10MG TAB')];
    expect(matchLine(line('99901-0110-01', null, 'OXYCODONE HCL 10MG TAB'), twice)).toBe('several');
    expect(matchLine(line('99901-0110-01', '55-7', null), twice)).toBe(4);
  });
});
