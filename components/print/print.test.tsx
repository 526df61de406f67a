// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { lostPrint, printModel, trackedPrint } from '@/tests/gallery/print-fixtures';
import { OrderPrint } from './order-print';

afterEach(cleanup);

const page = () => document.body.textContent ?? '';

describe('the printed copy', () => {
  it('says what it is, the nine fields, what was received by whom, and what signed it', () => {
    render(<OrderPrint model={printModel} />);
    for (const text of [
      'This is a copy on paper. The original is the electronic record',
      '26X 100 208',
      'FJ1234563',
      'RM0123454',
      '9 Wharf Road, Dock 4, Chicago, IL 60607',
      '00406-0552-01',
      '5 packages received Wed 25 Nov 2026, counted by Ben Okafor; verified by Ana Ruiz, PharmD',
      'damaged; lot LX4471',
      'corrected record',
      'Voided by the supplier',
      '3f1a'.repeat(16),
      '9c07'.repeat(16),
      'Tue 24 Nov 2026, 10:03 AM',
      'Goods were received before a page showed them as shipped',
      'Hospice or long-term care: Hill Country Hospice since June',
      'oxycodone: 1,200 units were shown as unusual before, 300 were signed: “A zero too many was typed”',
    ])
      expect(page()).toContain(text);
  });

  it('of a tracked order says that the portal holds the original, and claims no signature', () => {
    render(<OrderPrint model={trackedPrint} />);
    expect(page()).toContain('portal signed this order and holds the original');
    expect(page()).not.toContain('Digital signature');
  });

  it('brings the statement of a lost order, with a place to sign, and shows characters that hide', () => {
    render(<OrderPrint model={lostPrint} />);
    expect(screen.getByRole('heading', { name: 'Statement of a lost order' })).toBeTruthy();
    expect(page()).toContain('were not received through loss of that order');
    expect(page()).not.toContain('U+000A');
    expect(page()).toContain('Signature');
    cleanup();
    const [statement] = lostPrint.statements;
    if (!statement) throw new Error('the fixture has no statement');
    render(
      <OrderPrint model={{ ...lostPrint, statements: [{ ...statement, text: 'Title\n\nLo\u202est' }] }} />,
    );
    expect(page()).toContain('Lo' + 'U+202E' + 'st');
  });
});
