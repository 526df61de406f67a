import { describe, expect, it } from 'vitest';
import type { OrderNumber, PlainDate } from '@/lib/base';
import { sampleOrder } from '@/tests/support/orders';
import { statementText, type StatementFacts } from './statement-text';

const facts: StatementFacts = {
  kind: 'lost',
  order: sampleOrder,
  supplier: sampleOrder.supplier,
  registrant: sampleOrder.purchaser,
  signer: 'Ana Ruiz, PharmD',
  date: '2026-12-01' as PlainDate,
  replacement: '26X100300' as OrderNumber,
};

describe('a statement', () => {
  it('of a lost order says what 1305.26 asks for', () => {
    const text = statementText(facts);
    expect(text).toContain(
      'The order with the unique tracking number 26X100208, dated Nov 20, 2026, was lost. The goods covered by that order were not received through loss of that order.',
    );
    expect(text).toContain('26X100300 takes its place');
    expect(text).toContain('“Not Accepted”');
    for (const fact of [
      'RE1234563',
      'AP5836727',
      'Corner Pharmacy',
      '22 Main Street, Suite 4, Dayton, OH 45402',
      'Ana Ruiz, PharmD',
      'Dec 1, 2026',
      '21 CFR 1305.26',
    ])
      expect(text).toContain(fact);
    expect(statementText({ ...facts, replacement: null })).toContain('No order has taken its place');
  });

  it('of cancellation says that this is practice, and why', () => {
    const text = statementText({ ...facts, kind: 'cancellation', reason: 'Ordered twice by mistake.' });
    expect(text).toContain(
      'We cancel the order with the unique tracking number 26X100208, dated Nov 20, 2026.',
    );
    expect(text).toMatch(/practice, not the text of the rule/);
    expect(text).toContain('Reason: Ordered twice by mistake.');
    expect(text).not.toContain('lost');
  });

  it('of an order not accepted repeats the supplier’s words, or says that they are missing', () => {
    const said = statementText({
      ...facts,
      kind: 'non-acceptance',
      supplierSaid: 'No schedule 2N in {number}',
    });
    expect(said).toContain('did not accept the order with the unique tracking number 26X100208');
    expect(said).toContain('“No schedule 2N in {number}”');
    expect(statementText({ ...facts, kind: 'non-acceptance' })).toContain('is not here yet');
  });

  it('never claims more than it may, and leaves no gap in a sentence', () => {
    for (const kind of ['lost', 'cancellation', 'non-acceptance'] as const) {
      const text = statementText({ ...facts, kind, supplier: { name: 'A', deaNumber: null } });
      expect(text).not.toMatch(/[{}]|DEA approved|certified|compliant/);
    }
  });
});
