import { expect, it } from 'vitest';
import { mayBeControlled } from './may-be-controlled';

it.each([
  'OXC HCL TB 10MG',
  'HMPH TB',
  'MPH ER TAB 18',
  'HYDROCDN 5',
  'ALPRZ TB .5',
  'AMPHET SLT XR',
  'ZQX TAB 100 C-II',
  'XQ UNREADABLE OXYCODONE',
])('%s may stand for a controlled substance', (text) => {
  expect(mayBeControlled(text)).toBe(true);
});

it.each([
  'LISINOPRIL 10MG TAB 1000',
  'METFORMIN HCL TAB 500MG',
  'ATORVASTATIN CALCIUM 40 MG TABLET',
  'SODIUM CHLORIDE 0.9% INJ 50ML',
  'INSULIN GLARGINE 100U/ML VIAL',
  'GLOVES NITRILE LG BX',
  '',
])('nothing in %s tells of one', (text) => {
  expect(mayBeControlled(text)).toBe(false);
});
