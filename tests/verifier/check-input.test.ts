import { describe, expect, it } from 'vitest';
import { checkTrustInput, checkVerifyInput } from '../../verifier/check-input';
import type { TrustInput, VerifyInput } from '../../verifier/types';
import { VerifierError } from '../../verifier/verifier-error';

const good = {
  message: Buffer.from('order'),
  trust: { roots: [] },
  content: undefined,
  receivedAt: new Date(0),
  supplierDea: 'RH2222228',
  seen: [{ number: '26X100208', purchaserDea: null }],
};
/** As a caller without a compiler hands it over. */
const asInput = (more: object) => ({ ...good, ...more }) as unknown as VerifyInput;
const asTrust = (input: object | undefined) => input as unknown as TrustInput;

describe('what callers of the module hand over', () => {
  it('is taken when it is of the types told', () => {
    expect(() => checkVerifyInput(asInput({}))).not.toThrow();
    expect(() => checkTrustInput({ roots: [new Uint8Array(1)] })).not.toThrow();
  });

  it.each<[string, object]>([
    ['message', { message: 'order.p7m' }],
    ['message', { message: new ArrayBuffer(8) }],
    ['content', { content: 'text' }],
    ['receivedAt', { receivedAt: '2026-11-20' }],
    ['supplierDea', { supplierDea: 7 }],
    ['seen', { seen: ['26X100208'] }],
    ['seen.number', { seen: [{ number: 7, purchaserDea: null }] }],
  ])('is refused with the name of %s', (field, more) => {
    const check = () => checkVerifyInput(asInput(more));
    expect(check).toThrow(VerifierError);
    expect(check).toThrow(`${field} must be of type `);
  });

  it.each([undefined, {}, { roots: Buffer.from('root') }, { roots: ['root.pem'] }])(
    'is no trust without roots as bytes: %j',
    (input) => {
      expect(() => checkTrustInput(asTrust(input))).toThrow(VerifierError);
    },
  );
});
