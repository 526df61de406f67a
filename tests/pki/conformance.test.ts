import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyCms } from '../../lib/pki';
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

  it('with SHA-1 are valid where history is judged', async () => {
    const files = readdirSync(data ?? '').filter((name) => /(?:rsa|P-)\d+_sha1\.der$/.test(name));
    for (const name of files) {
      const message = new Uint8Array(readFileSync(join(data ?? '', name)));
      const { valid, fault } = await verifyCms(message, { history: true });
      expect({ name, valid, fault }).toEqual({ name, valid: true, fault: null });
    }
    expect(files).toHaveLength(6);
  });

  it('without signed attributes are valid where a caller takes them', async () => {
    const files = readdirSync(data ?? '').filter((name) => name.endsWith('_noattr.der'));
    for (const name of files) {
      const message = new Uint8Array(readFileSync(join(data ?? '', name)));
      const { valid, signingTime } = await verifyCms(message, { acceptWithoutAttributes: true });
      expect({ name, valid, signingTime }).toEqual({ name, valid: true, signingTime: null });
    }
    expect(files).toHaveLength(2);
  });
});
