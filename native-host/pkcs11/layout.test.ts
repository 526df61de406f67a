import koffi from 'koffi';
import { expect, test } from 'vitest';
import { layoutFor } from './layout';

// What the C compilers of each system make of the standard's declarations.
test('Windows: packed to one octet, CK_ULONG of 32 bits', () => {
  const layout = layoutFor('win32');
  expect(layout.ulong).toBe(4);
  expect(layout.tokenInfo.size).toBe(160);
  expect(layout.slotInfo.size).toBe(104);
  expect(layout.sessionInfo.size).toBe(16);
  expect(layout.attribute.size).toBe(16);
  expect(koffi.offsetof(layout.attribute, 'ulValueLen')).toBe(12);
  expect(layout.mechanism.size).toBe(16);
  expect(layout.initializeArgs.size).toBe(44);
  expect(layout.firstFunction).toBe(2);
});

test.each(['linux', 'darwin'] as const)('%s: natural, CK_ULONG of 64 bits', (platform) => {
  const layout = layoutFor(platform);
  expect(layout.ulong).toBe(8);
  expect(layout.tokenInfo.size).toBe(208);
  expect(koffi.offsetof(layout.tokenInfo, 'flags')).toBe(96);
  expect(koffi.offsetof(layout.tokenInfo, 'hardwareVersion')).toBe(184);
  expect(layout.slotInfo.size).toBe(112);
  expect(layout.sessionInfo.size).toBe(32);
  expect(layout.attribute.size).toBe(24);
  expect(layout.mechanism.size).toBe(24);
  expect(layout.initializeArgs.size).toBe(48);
  expect(layout.firstFunction).toBe(8);
});
