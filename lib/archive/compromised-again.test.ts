import { describe, expect, it } from 'vitest';
import { command, fresh } from '@/tests/support/archive';
import type { KnownCertificate } from './index';

const certificate: KnownCertificate = {
  sha256: 'c'.repeat(64),
  der: '',
  chain: [],
  personId: 'person-1',
  addedAt: 1,
};

describe('a key that others may know', () => {
  it('stays marked when its certificate is removed and brought in again', async () => {
    const archive = await fresh();
    const added = { type: 'certificate.added', payload: { certificate } } as const;
    const { sha256 } = certificate;
    await archive.append(command(null, added));
    await archive.append(
      command(null, { type: 'key.compromised', payload: { sha256, substantiatedAt: 5, note: 'stolen' } }),
    );
    await archive.append(command(null, { type: 'certificate.removed', payload: { sha256 } }));
    await archive.append(command(null, added));
    expect((await archive.directory()).certificates).toMatchObject([{ sha256, compromisedAt: 5 }]);
  });
});
