import { describe, expect, it, vi } from 'vitest';
import { rememberDerivations } from './remembered-derivations';

const really = vi.spyOn(crypto.subtle, 'deriveBits');
const { startAgain } = rememberDerivations();

interface Inputs {
  readonly password: string;
  readonly salt: string;
  readonly iterations: number;
}

const bytes = (text: string) => new TextEncoder().encode(text);

async function derive({ password, salt, iterations }: Inputs): Promise<string> {
  const secret = bytes(password);
  const imported = crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  secret.fill(0);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(algorithm, await imported, 256));
  const hex = Buffer.from(bits).toString('hex');
  bits.fill(0);
  return hex;
}

const salt16 = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');

describe('remembered derivations', () => {
  it('are those of PBKDF2, computed once for the same inputs and anew for any other', async () => {
    const same = { password: 'password', salt: 'salt', iterations: 4096 };
    // RFC 7914's companion vector for HMAC-SHA-256, as in every list of them.
    const known = 'c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a';
    expect([await derive(same), await derive(same)]).toEqual([known, known]);
    expect(really).toHaveBeenCalledTimes(1);
    const others = [{ password: 'Password' }, { salt: 'sald' }, { iterations: 4097 }];
    const answers = await Promise.all(others.map((other) => derive({ ...same, ...other })));
    expect(new Set([known, ...answers]).size).toBe(4);
    expect(really).toHaveBeenCalledTimes(4);
  });

  it('salts come again with a new world, never twice in one', () => {
    startAgain();
    const first = [salt16(), salt16(), salt16()];
    expect(new Set(first).size).toBe(3);
    startAgain();
    expect([salt16(), salt16(), salt16()]).toEqual(first);
  });
});
