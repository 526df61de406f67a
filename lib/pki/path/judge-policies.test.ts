import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEST_NOW } from '../testing/make-certificate';
import type { Certificate } from '../types';
import { judgeChain, makeChain, refusals, type TestLink } from '../testing/test-chain';
import { testExtensions } from '../testing/test-extensions';
import { Judging } from './judging';
import { judgePolicies } from './judge-policies';
import { PolicyGraph } from './policy-graph';
import { policyTree, type ModelCertificate, type ModelInput } from '../testing/policy-tree-model';

const ANY = '2.5.29.32.0';
const { policies, mappings, policyConstraints, inhibitAny } = testExtensions;
const [A, B, C] = ['1.2.3.1', '1.2.3.2', '1.2.3.3'] as const;
const NOT_ALLOWED = ['certificate/policy-not-allowed'];

const judge = async (links: readonly TestLink[], more: Parameters<typeof judgeChain>[1] = {}) =>
  judgeChain(await makeChain([{}, ...links]), more);

describe('certificate policies', () => {
  it('are those that every certificate of the path carries', async () => {
    const both = { adds: [policies(A, B)] };
    expect((await judge([both, { adds: [policies(B, C)] }])).policies).toEqual([B]);
    expect((await judge([both, both])).policies).toEqual([A, B]);
    expect((await judge([both, {}])).policies).toEqual([]);
    expect((await judge([{ adds: [policies(ANY)] }, { adds: [policies(A)] }])).policies).toEqual([A]);
    expect((await judge([{ adds: [policies(ANY)] }, { adds: [policies(ANY)] }])).policies).toEqual([ANY]);
  });

  it('are asked for by who judges (attacks.md 64)', async () => {
    const links = [{ adds: [policies(A)] }, { adds: [policies(A)] }];
    expect(refusals(await judge(links, { policies: [A], explicitPolicy: true }))).toEqual([]);
    expect(refusals(await judge(links, { policies: [B], explicitPolicy: true }))).toEqual(NOT_ALLOWED);
    expect(refusals(await judge([{}, {}], { explicitPolicy: true }))).toEqual(NOT_ALLOWED);
    expect(refusals(await judge([{}, {}], { policies: [B] }))).toEqual([]);
  });

  it('are asked for by a CA, of what comes below it, critical or not', async () => {
    const require = (count: number, critical: boolean) => ({ ...policyConstraints(count, null), critical });
    for (const critical of [true, false]) {
      const links = [{ adds: [policies(A), require(0, critical)] }, {}];
      expect(refusals(await judge(links))).toEqual(NOT_ALLOWED);
      expect(refusals(await judge([links[0] as TestLink, { adds: [policies(A)] }]))).toEqual([]);
    }
    expect(refusals(await judge([{ adds: [require(2, true)] }, {}]))).toEqual([]);
    expect(refusals(await judge([{ adds: [require(1, true)] }, {}]))).toEqual(NOT_ALLOWED);
  });

  it('name the certificate that breaks them', async () => {
    const verdict = await judge([{ adds: [policies(A)] }, { subject: 'Bad one' }, {}], {
      explicitPolicy: true,
    });
    expect(verdict.findings.find(({ code }) => code === 'certificate/policy-not-allowed')?.params).toEqual({
      subject: 'Bad one',
    });
  });

  it('are mapped, unless mapping is inhibited or touches anyPolicy', async () => {
    const leaf = { adds: [policies(B)] };
    const map = (...pairs: readonly (readonly [string, string])[]) => [
      { adds: [policies(A), mappings(...pairs)] },
      leaf,
    ];
    expect((await judge(map([A, B]))).policies).toEqual([A]);
    const explicit = { explicitPolicy: true };
    expect(refusals(await judge(map([A, B]), { ...explicit, inhibitMapping: true }))).toEqual(NOT_ALLOWED);
    expect(refusals(await judge(map([A, C]), explicit))).toEqual(NOT_ALLOWED);
    expect(refusals(await judge(map([A, ANY])))).toEqual(NOT_ALLOWED);
    expect(refusals(await judge(map([ANY, B])))).toEqual(NOT_ALLOWED);
    // The last certificate's mappings are followed by none, yet those of anyPolicy aren't allowed there either.
    const last = (to: string) => judge([{}, { adds: [policies(A), mappings([A, to])] }]);
    expect(refusals(await last(B))).toEqual([]);
    expect(refusals(await last(ANY))).toEqual(NOT_ALLOWED);
  });

  it('are not met by anyPolicy where that is inhibited', async () => {
    const links = [{ adds: [policies(A), inhibitAny(0)] }, { adds: [policies(ANY)] }];
    expect(refusals(await judge(links, { explicitPolicy: true }))).toEqual(NOT_ALLOWED);
    const later = [{ adds: [policies(A), inhibitAny(1)] }, { adds: [policies(ANY)] }];
    expect(refusals(await judge(later, { explicitPolicy: true }))).toEqual([]);
  });

  it('that are malformed refuse', async () => {
    for (const extension of [policyConstraints(null, null), mappings()])
      expect(refusals(await judge([{ adds: [extension] }, {}]))).toEqual(['certificate/malformed']);
    for (const extension of [policies(), policies(A, A)])
      await expect(judge([{}, { adds: [extension] }])).rejects.toThrow('certificate/malformed');
  });

  it('can’t be made to grow without bound: two policies that map to each other, forty CAs deep', () => {
    const graph = new PolicyGraph();
    for (let depth = 0; depth < 40; depth++) {
      graph.descend([A, B], true);
      for (const policy of [A, B]) graph.map(policy, new Set([A, B]));
    }
    expect(graph.satisfied([ANY])).toEqual([A, B]);
  });
});

describe('the policy graph', () => {
  const policy = fc.constantFrom(A, B, C, ANY);
  const some = fc.uniqueArray(policy, { minLength: 1, maxLength: 4 });
  const skip = fc.option(fc.nat(2));
  const certificate: fc.Arbitrary<ModelCertificate> = fc.record({
    policies: fc.option(some, { freq: 12 }),
    mappings: fc.array(fc.tuple(fc.constantFrom(A, B, C), fc.constantFrom(A, B, C)), { maxLength: 3 }),
    requireExplicit: skip,
    inhibitMapping: fc.option(fc.nat(2), { freq: 1 }),
    inhibitAny: fc.option(fc.nat(2), { freq: 1 }),
    selfIssued: fc.boolean(),
  });
  const input: fc.Arbitrary<ModelInput> = fc.record({
    policies: some,
    explicitPolicy: fc.boolean(),
    inhibitMapping: fc.boolean(),
    inhibitAny: fc.boolean(),
  });

  it('answers what the tree of RFC 5280 answers', async () => {
    let valid = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(certificate, { minLength: 1, maxLength: 5 }), input, async (path, asked) => {
        const certificates = await realChain(path);
        const judging = new Judging([...certificates].reverse(), {
          leaf: certificates.at(-1) as Certificate,
          candidates: [],
          roots: [],
          crls: [],
          at: TEST_NOW,
          ...asked,
        });
        const satisfied = judgePolicies(judging);
        const answer = policyTree(path, asked);
        expect({ valid: judging.findings.length === 0, satisfied }).toEqual(answer);
        if (answer.valid) valid++;
      }),
      { numRuns: 400 },
    );
    expect(valid).toBeGreaterThan(20);
  });

  async function realChain(path: readonly ModelCertificate[]): Promise<Certificate[]> {
    let subject = 'C0';
    const links = path.map((one, i): TestLink => {
      if (!one.selfIssued) subject = `N${i}`;
      const { requireExplicit, inhibitMapping } = one;
      const adds = [
        ...(one.policies === null ? [] : [policies(...one.policies)]),
        ...(one.mappings.length === 0 ? [] : [mappings(...one.mappings)]),
        ...(requireExplicit === null && inhibitMapping === null
          ? []
          : [policyConstraints(requireExplicit, inhibitMapping)]),
        ...(one.inhibitAny === null ? [] : [inhibitAny(one.inhibitAny)]),
      ];
      return { subject, adds };
    });
    const { root, below } = await makeChain([{}, ...links]);
    return [root, ...below];
  }
});
