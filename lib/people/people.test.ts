import { describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import { acts, checkPin, hashPin, mayDo, roles } from './index';

describe('PIN', () => {
  it('opens for itself alone, and no two hashes are alike', async () => {
    const [one, other] = await Promise.all([hashPin('4711'), hashPin('4711')]);
    expect(one.iterations).toBe(limits.pinIterations);
    expect(one.salt).not.toBe(other.salt);
    expect(one.hash).not.toBe(other.hash);
    expect(await checkPin('4711', one)).toBe(true);
    expect(await checkPin('４７１１', one)).toBe(true);
    for (const wrong of ['4712', '471', '47111', '', ' 4711']) expect(await checkPin(wrong, one)).toBe(false);
    expect(await checkPin('4711', { ...one, salt: other.salt })).toBe(false);
    expect(await checkPin('4711', { ...one, hash: '' })).toBe(false);
  });

  it('has at least four characters', async () => {
    await expect(hashPin('471')).rejects.toMatchObject({ code: 'people/pin-too-short', params: { min: 4 } });
  });
});

describe('mayDo', () => {
  it('lets a technician prepare and count, never sign', () => {
    const may = Object.fromEntries(roles.map((role) => [role, acts.filter((act) => mayDo(role, act))]));
    expect(may['technician']).toEqual([
      'prepare-order',
      'track-order',
      'record-receipt',
      'enter-record',
      'verify-archive',
    ]);
    const answering = [
      ...['correct-record', 'record-legal-act', 'snooze-due', 'make-inspection-pack'],
      ...['set-limit', 'request-increase'],
    ];
    expect(new Set(may['pharmacist'])).toEqual(new Set([...(may['technician'] ?? []), ...answering]));
    expect(may['signer']).toEqual(acts);
    expect(may['pic']).toEqual(acts);
  });
});
