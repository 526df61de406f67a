import { expect, it } from 'vitest';
import type { Directory } from '@/lib/archive';
import type { OrderDraft } from '@/lib/order';
import { isSameBuyer } from './same-buyer';

const NOW = 'BR5557775';
const BEFORE = 'BR5551115';
const OTHER = 'AB1234563';
const directory = {
  registrants: [{ deaNumber: NOW }],
  formerNumbers: { [BEFORE]: NOW },
} as unknown as Directory;
const by = (deaNumber: string | null) => ({ purchaser: { deaNumber } }) as unknown as OrderDraft;

it.each([
  [NOW, NOW, true],
  [BEFORE, NOW, true],
  [NOW, BEFORE, true],
  [NOW, null, true],
  [NOW, OTHER, false],
  [BEFORE, OTHER, false],
  [OTHER, OTHER, true],
])('%s and %s are one buyer: %s', (a, b, same) => {
  expect(isSameBuyer(directory, by(a), by(b))).toBe(same);
});
