import fc from 'fast-check';
import { frameOf } from '../../frames';

const token = { serial: '1', label: 'l', manufacturer: 'm', model: 'o' };
const certificate = 'ab'.repeat(32);
/** Questions as the extension asks them; the PIN's octets stand for those that must never come back. */
export const questions: readonly unknown[] = [
  { id: 1, command: 'modules', params: {} },
  { id: 2, command: 'tokens', params: { module: '/usr/lib/m.so' } },
  { id: 3, command: 'login', params: { module: '/m.so', token, certificate, pin: [57, 49, 55, 51, 57, 49] } },
  { id: 4, command: 'login', params: { module: '/m.so', token, certificate, pin: null } },
  { id: 5, command: 'sign', params: { certificate, algorithm: 'rsa-sha256', digest: 'A'.repeat(43) + '=' } },
  { id: 6, command: 'logout', params: {} },
];

const KEYS = [
  'id',
  'command',
  'params',
  'pin',
  'module',
  'token',
  'more',
  '__proto__',
  'constructor',
  'length',
];

const message = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...questions) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...questions), fc.constantFrom(...KEYS), fc.jsonValue(), fc.boolean())
      .map(([question, key, value, inside]) => {
        const copy = structuredClone(question) as { params: object };
        Object.defineProperty(inside ? copy.params : copy, key, { value, enumerable: true });
        return copy;
      }),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** One frame whose octets, or whose length, may not be what they should. */
export const bentSession: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    message.map((one) => frameOf(one)),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 3, arbitrary: fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })) },
    ),
  )
  .map(([frame, flip]) => {
    const bent = new Uint8Array(frame);
    // Behind the length: where frames begin stays known, so that what follows is understood.
    if (flip !== null) {
      const at = 4 + (flip[0] % (bent.length - 4));
      bent[at] = (bent[at] as number) ^ flip[1];
    }
    return bent;
  });
