import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GeneralName } from '../certificate/general-name';
import { isHostName } from '../certificate/name-constraints';
import type { Bytes } from '../der/reader';
import { tags } from '../der/values';
import { write, writeOid, writeSequence } from '../der/writer';
import type { TestExtension } from '../testing/make-certificate';
import { judgeChain, makeChain, refusals, type TestLink } from '../testing/test-chain';
import { generalName, testExtensions } from '../testing/test-extensions';
import { isWithin } from './name-within';

const { dns, email, uri, ip, directory, other } = generalName;
const { nameConstraints, altNames } = testExtensions;
const NOT_PERMITTED = ['certificate/name-not-permitted'];

const text = (tag: number, value: string) => write(tag, new TextEncoder().encode(value));

function dn(...rdns: readonly (readonly [string, Bytes])[]): Bytes {
  return writeSequence(...rdns.map(([oid, value]) => write(tags.set, writeSequence(writeOid(oid), value))));
}

const org = (value: string, tag: number = tags.utf8String) => ['2.5.4.10', text(tag, value)] as const;
const cn = (value: string) => ['2.5.4.3', text(tags.utf8String, value)] as const;
const mail = (value: string) => ['1.2.840.113549.1.9.1', text(tags.ia5String, value)] as const;

/** What refuses an end entity with these names below a CA with these constraints. */
async function judge(constraints: TestExtension, leaf: TestLink): Promise<readonly string[]> {
  return refusals(await judgeChain(await makeChain([{}, { adds: [constraints] }, leaf])));
}

describe('name constraints', () => {
  it.each<[string, Bytes, Bytes, Bytes]>([
    ['DNS', dns('example.com'), dns('a.Example.com'), dns('notexample.com')],
    ['DNS, the name itself', dns('example.com'), dns('EXAMPLE.com'), dns('com')],
    ['DNS, everything', dns(''), dns('a.b'), dns('.example.com')],
    ['e-mail at a host', email('example.com'), email('a@Example.com'), email('a@b.example.com')],
    ['e-mail below a domain', email('.example.com'), email('a@b.example.com'), email('a@example.com')],
    ['one mailbox', email('a@example.com'), email('a@EXAMPLE.com'), email('A@example.com')],
    ['URI at a host', uri('example.com'), uri('https://u:p@example.com:8/x'), uri('https://a.example.com')],
    ['URI below a domain', uri('.example.com'), uri('ldap://a.example.com'), uri('https://example.com/')],
    ['URI without a host', uri('example.com'), uri('http://example.com?x'), uri('urn:example.com')],
    ['URI at an address', uri('.0.0.1'), uri('http://x.0.0.1'), uri('http://127.0.0.1')],
    ['IPv4', ip(192, 0, 2, 0, 255, 255, 255, 0), ip(192, 0, 2, 77), ip(192, 0, 3, 77)],
    [
      'IPv4 asks of IPv6 too',
      ip(0, 0, 0, 0, 0, 0, 0, 0),
      ip(1, 2, 3, 4),
      ip(...Array.from({ length: 16 }, () => 0)),
    ],
    [
      'IPv6',
      ip(0x20, 1, ...Array.from({ length: 14 }, () => 0), 0xff, 0xff, ...Array.from({ length: 14 }, () => 0)),
      ip(0x20, 1, ...Array.from({ length: 14 }, () => 9)),
      ip(0x20, 2, ...Array.from({ length: 14 }, () => 9)),
    ],
    [
      'directory',
      directory(dn(org('A'))),
      directory(dn(org('a'), cn('x'))),
      directory(dn(cn('x'), org('A'))),
    ],
  ])('permits what lies within: %s', async (_, subtree, within, outside) => {
    // A directory subtree concerns the subject as well.
    const leaf = (name: Bytes): TestLink => ({
      adds: [altNames(name)],
      subjectName: dn(org('A'), cn('leaf')),
    });
    expect(await judge(nameConstraints([subtree]), leaf(within))).toEqual([]);
    expect(await judge(nameConstraints([subtree]), leaf(outside))).toEqual(NOT_PERMITTED);
  });

  it.each<[string, Bytes, Bytes, Bytes]>([
    ['DNS', dns('example.com'), dns('x.example.com'), dns('example.org')],
    ['a wildcard that stands for it', dns('a.example.com'), dns('*.example.com'), dns('*.b.example.com')],
    ['a mailbox in another case', email('a@example.com'), email('A@example.com'), email('b@example.com')],
    ['what can’t be understood', email('example.com'), email('"a@b"@other.org'), email('a@other.org')],
    [
      'a URI that two readers split differently',
      uri('x.com'),
      uri('http://x.com\\@y.com/'),
      uri('http://y.com/'),
    ],
    ['an address', ip(10, 0, 0, 0, 255, 0, 0, 0), ip(10, 1, 1, 1), ip(11, 1, 1, 1)],
    ['a form that isn’t judged', other(), other(), dns('example.com')],
    [
      'directory',
      directory(dn(org('B'))),
      directory(dn(org(' b ', tags.printableString))),
      directory(dn(org('C'))),
    ],
  ])('excludes what lies within: %s', async (_, subtree, within, outside) => {
    const leaf = (name: Bytes): TestLink => ({
      adds: [altNames(name)],
      subjectName: dn(org('A'), cn('leaf')),
    });
    expect(await judge(nameConstraints([], [subtree]), leaf(within))).toEqual(NOT_PERMITTED);
    expect(await judge(nameConstraints([], [subtree]), leaf(outside))).toEqual([]);
  });

  it('concern the subject, and its e-mail where no alternative one stands', async () => {
    const ours = nameConstraints([directory(dn(org('A')))]);
    expect(await judge(ours, { subjectName: dn(org('A'), cn('x')) })).toEqual([]);
    expect(await judge(ours, { subjectName: dn(org('B'), cn('x')) })).toEqual(NOT_PERMITTED);
    const mails = nameConstraints([email('example.com')]);
    const subjectName = dn(cn('x'), mail('a@other.org'));
    expect(await judge(mails, { subjectName })).toEqual(NOT_PERMITTED);
    expect(await judge(mails, { subjectName, adds: [altNames(dns('b.org'))] })).toEqual(NOT_PERMITTED);
    expect(await judge(mails, { subjectName, adds: [altNames(email('a@example.com'))] })).toEqual([]);
  });

  it('of several CAs hold together, of the root too; one permitted list is enough', async () => {
    const [a, b, c] = ['a.com', 'b.com', 'c.com'].map((name) => dns(name)) as [Bytes, Bytes, Bytes];
    const chain = (name: Bytes) =>
      makeChain([
        { adds: [nameConstraints([a, b])] },
        { adds: [nameConstraints([b, c])] },
        { adds: [altNames(name)] },
      ]);
    expect(refusals(await judgeChain(await chain(b)))).toEqual([]);
    expect(refusals(await judgeChain(await chain(a)))).toEqual(NOT_PERMITTED);
    expect(refusals(await judgeChain(await chain(c)))).toEqual(NOT_PERMITTED);
  });

  it('pass over self-issued CAs, though never over the end entity', async () => {
    const names = [altNames(dns('other.org'))];
    const root = { adds: [nameConstraints([dns('example.com')])] };
    const selfIssued = { subject: 'C0', adds: names };
    expect(refusals(await judgeChain(await makeChain([root, selfIssued, {}])))).toEqual([]);
    expect(refusals(await judgeChain(await makeChain([root, { adds: names }, {}])))).toEqual(NOT_PERMITTED);
    expect(refusals(await judgeChain(await makeChain([root, selfIssued])))).toEqual(NOT_PERMITTED);
  });

  it.each<[string, TestExtension]>([
    ['nothing', { oid: '2.5.29.30', critical: true, value: writeSequence() }],
    ['an empty list', { oid: '2.5.29.30', critical: true, value: writeSequence(write(0xa0)) }],
    ['not critical', { ...nameConstraints([dns('example.com')]), critical: false }],
    ['a mask with holes', nameConstraints([ip(10, 0, 0, 0, 255, 0, 255, 0)])],
    ['an address without mask', nameConstraints([ip(10, 0, 0, 0)])],
    ['a DNS name with a leading period', nameConstraints([dns('.example.com')])],
    ['a DNS name with a wildcard', nameConstraints([dns('*.example.com')])],
    ['a mailbox with two signs', nameConstraints([email('a@b@example.com')])],
    [
      'a minimum',
      {
        oid: '2.5.29.30',
        critical: true,
        value: writeSequence(write(0xa0, writeSequence(dns('example.com'), write(0x80, Uint8Array.of(1))))),
      },
    ],
    [
      'a maximum',
      {
        oid: '2.5.29.30',
        critical: true,
        value: writeSequence(write(0xa0, writeSequence(dns('example.com'), write(0x81, Uint8Array.of(9))))),
      },
    ],
  ])('that can’t be enforced as written are refused: %s', async (_, constraints) => {
    expect(await judge(constraints, {})).toEqual(['certificate/malformed']);
  });

  it('are no way to keep a validator busy', async () => {
    const subtrees = Array.from({ length: 600 }, (_, i) => dns(`a${i}.example.com`));
    const names = altNames(...Array.from({ length: 600 }, (_, i) => dns(`b${i}.example.com`)));
    const start = process.cpuUsage();
    expect(await judge(nameConstraints([], subtrees), { adds: [names] })).toEqual(['certificate/malformed']);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(await judge(nameConstraints([], subtrees.slice(0, 20)), { adds: [names] })).toEqual([]);
  });
});

describe('a name within a subtree', () => {
  const label = fc.constantFrom('a', 'b', 'A', 'xn--a');
  const host = fc.array(label, { minLength: 1, maxLength: 4 });
  const within = (name: GeneralName, subtree: GeneralName) => isWithin(name, subtree, 'permitted');

  it('DNS: the labels of the subtree are the last ones of the name', () => {
    fc.assert(
      fc.property(host, host, (name, base) => {
        const tail = name.slice(-base.length).map((part) => part.toLowerCase());
        const expected = tail.join() === base.map((part) => part.toLowerCase()).join();
        expect(within({ form: 'dns', text: name.join('.') }, { form: 'dns', text: base.join('.') })).toBe(
          expected,
        );
      }),
    );
  });

  it('address: the first bits are those of the subtree', () => {
    const octets = fc.array(fc.constantFrom(0, 1, 128, 255), { minLength: 4, maxLength: 4 });
    const bits = (bytes: readonly number[]) =>
      bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
    fc.assert(
      fc.property(octets, octets, fc.nat(32), (name, base, length) => {
        const mask = [0, 8, 16, 24].map((from) => {
          const ones = Math.min(8, Math.max(0, length - from));
          return (0xff << (8 - ones)) & 0xff;
        });
        const subtree: GeneralName = { form: 'ip', bytes: Uint8Array.from([...base, ...mask]) };
        expect(within({ form: 'ip', bytes: Uint8Array.from(name) }, subtree)).toBe(
          bits(name).slice(0, length) === bits(base).slice(0, length),
        );
      }),
    );
  });

  it('what is excluded is at least what would be permitted', () => {
    const part = fc.constantFrom('a', 'A', '.', '@', '*', '://', 'b.c', '"', '\\', '/', '?');
    const junk = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    const form = fc.constantFrom('dns' as const, 'email' as const, 'uri' as const);
    fc.assert(
      fc.property(form, junk, host, (one, name, base) => {
        const [given, subtree] = [
          { form: one, text: name },
          { form: one, text: base.join('.') },
        ];
        if (isWithin(given, subtree, 'permitted')) expect(isWithin(given, subtree, 'excluded')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('a host name has labels only', () => {
    expect(['a', 'a.b', 'a_b.c', '1.a'].every(isHostName)).toBe(true);
    expect(
      ['', '.', 'a.', '.a', 'a..b', '-a', 'a b', '*.a', 'é', `${'a'.repeat(64)}.b`].some(isHostName),
    ).toBe(false);
  });
});
