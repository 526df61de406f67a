import { describe, expect, it } from 'vitest';
import { errorCodes } from '@/lib/base';
import { tokenStepOf, tokenSteps } from './token-step';

describe('what leads on after a fault', () => {
  it('is there for every code of the helper and the token, and for no other', () => {
    const codes = errorCodes.filter((code) => code.startsWith('host/') || code.startsWith('token/'));
    expect(codes.length).toBeGreaterThan(20);
    expect(Object.keys(tokenSteps).toSorted()).toEqual(codes.toSorted());
    for (const code of errorCodes) expect(tokenStepOf(code) !== null).toBe(codes.includes(code));
  });

  it('lets a PIN be entered again only where the token takes one still', () => {
    expect(tokenStepOf('token/pin-locked')).toBe('look');
    expect(tokenStepOf('token/wrong-pin-last-try')).toBe('pin');
  });
});
