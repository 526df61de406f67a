import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evalCms } from '../eval/cms';
import { sampleData } from './sample-data';

const data = sampleData('crypto/cms');

/** By policy: algorithms that are not accepted for orders or that no browser offers, and forms that an order never has. */
const REFUSED = /sha1|secp256k1|ed25519|noattr|sha3\.der|two_signers|econtent_type/;

describe.skipIf(data === null)('sample messages (skipped where they are not there)', () => {
  it('are valid, save those that policy refuses by name', async () => {
    const wrong: string[] = [];
    let judged = 0;
    for await (const { id, valid, signers, reason } of evalCms(join(data ?? '', 'manifest.json'))) {
      judged++;
      const named = reason !== null && reason !== 'cms/signature-invalid';
      if (REFUSED.test(id) ? valid || !named : !valid) wrong.push(`${id} ${reason}`);
      expect({ id, signers }).toEqual({ id, signers: id.includes('two_signers') ? 2 : 1 });
    }
    expect(wrong.join()).toBe('');
    expect(judged).toBe(56);
  });
});
