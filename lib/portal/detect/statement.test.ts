// @vitest-environment happy-dom
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import { seenPageSchema } from '../schemas';
import { detect } from './index';

/** As long as a supplier's compliance department writes. */
const words = Array.from({ length: 60 }, (_, i) => `Line ${i + 1} is over the monthly allotment.`).join(' ');

function pageWith(html: string): Document {
  const page = document.implementation.createHTMLDocument('Order result');
  page.body.innerHTML = `<h1>Order result</h1><p>CSOS ID: 26X100208</p>${html}`;
  return page;
}

describe('the statement why an order is not accepted (21 CFR 1305.25)', () => {
  it.each([
    ['after the state', `<p>Not accepted: ${words}</p>`],
    ['beside the state', `<p><span>Not accepted:</span> <span>${words}</span></p>`],
    ['under a label', `<p>Status: Rejected</p><dl><dt>Reason</dt><dd>${words}</dd></dl>`],
    ['within the labelled state', `<p>Status: Not accepted: ${words}</p>`],
  ])('is read whole %s', (_, html) => {
    const seen = detect(pageWith(html));
    expect(seen.statement?.text).toBe(words);
    expect(v.parse(seenPageSchema, seen).statement?.text).toBe(words);
  });

  it('shows where it was cut', () => {
    const seen = detect(pageWith(`<p>Not accepted: ${'so many words '.repeat(1_000)}</p>`));
    expect(seen.statement?.text).toHaveLength(limits.statementMaxLength);
    expect(seen.statement?.text).toMatch(/…$/);
    expect(v.is(seenPageSchema, seen)).toBe(true);
  });

  it('has a limit of its own: no other text may be as long, and it no longer', () => {
    const seen = detect(pageWith('<p>Not accepted: no stock</p>'));
    const statement = (length: number) => ({ text: 'x'.repeat(length), label: null, confidence: 1 });
    expect(v.is(seenPageSchema, { ...seen, statement: statement(limits.statementMaxLength + 1) })).toBe(
      false,
    );
    expect(v.is(seenPageSchema, { ...seen, state: statement(limits.fieldMaxLength + 1) })).toBe(false);
  });
});
