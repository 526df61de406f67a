import { expect, test } from 'vitest';
import { inPageForm } from './date-form';

test.each([
  [[], [], '11/03/2026'],
  [['MM/DD/YYYY'], [], '11/03/2026'],
  [['m/d/yyyy'], [], '11/3/2026'],
  [['Date (mm/dd/yy)'], [], '11/03/26'],
  [['yyyy-mm-dd'], [], '2026-11-03'],
  [['DD-MMM-YYYY'], [], '03-Nov-2026'],
  [['dd/mm/yyyy'], [], '03/11/2026'],
  [['MMM D, YYYY'], [], 'Nov 3, 2026'],
  [['Pick a day'], ['Shipped 2026-10-30'], '2026-11-03'],
  [[], ['10/5/2026'], '11/3/2026'],
  [[], ['10/05/26'], '11/03/26'],
  [[], ['30-OCT-2026'], '03-NOV-2026'],
  [[], ['Oct 30, 2026'], 'Nov 3, 2026'],
  [['mm/mm/yyyy'], ['no day here'], '11/03/2026'],
])('hints %j and other days %j give %s', (hints, samples, text) => {
  expect(inPageForm('2026-11-03', hints, samples)).toBe(text);
});
