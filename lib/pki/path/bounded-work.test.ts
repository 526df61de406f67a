import { describe, expect, it } from 'vitest';
import { parseCrl } from '../crl/parse-crl';
import { caTestExtensions, makeCertificate, TEST_NOW } from '../testing/make-certificate';
import { makeCrl } from '../testing/make-crl';
import { judgeChain, keyOf, makeChain, refusals } from '../testing/test-chain';
import { generalName, testExtensions } from '../testing/test-extensions';
import { PolicyGraph } from './policy-graph';
import { validatePath } from './validate-path';

const ANY = '2.5.29.32.0';
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Processor time of this process in milliseconds, as the machine may be busy with other work. */
async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('work grows with the size of what is judged, not faster', () => {
  const pairs = numbers(8_000).map((i) => [`1.2.3.${i}`, `1.2.4.${i}`] as const);
  const last = { adds: [testExtensions.policies('1.2.4.1')] };

  it('with thousands of mapped policies, allowed and inhibited', async () => {
    const any = { adds: [testExtensions.policies(ANY), testExtensions.mappings(...pairs)] };
    const own = [testExtensions.policies(...pairs.map(([from]) => from)), testExtensions.mappings(...pairs)];
    const [byAny, dropped] = [await makeChain([{}, any, last]), await makeChain([{}, { adds: own }, last])];
    let policies: readonly string[] = [];
    const work = async () => {
      ({ policies } = await judgeChain(byAny));
      const inhibited = await judgeChain(dropped, { inhibitMapping: true, explicitPolicy: true });
      expect(refusals(inhibited)).toEqual(['certificate/policy-not-allowed']);
    };
    expect(await cost(work)).toBeLessThan(3_000);
    expect(policies).toEqual(['1.2.3.1']);
  });

  it('with more policies mapped to one than a call takes arguments', () => {
    const graph = new PolicyGraph();
    graph.descend(
      numbers(150_000).map((i) => `1.2.${i}`),
      true,
    );
    for (const i of numbers(150_000)) graph.map(`1.2.${i}`, new Set(['1.3']));
    graph.descend(['1.3'], true);
    expect(graph.satisfied([ANY])).toHaveLength(150_000);
  });

  it('with a name of half a megabyte under thousands of constraints', async () => {
    const chain = (name: ReturnType<typeof generalName.uri>) =>
      makeChain([
        {},
        {
          adds: [testExtensions.nameConstraints(numbers(4_000).map((i) => generalName.uri(`h${i}.example`)))],
        },
        { adds: [testExtensions.altNames(name)] },
      ]);
    const long = await chain(generalName.uri(`http://h1.example/${'x'.repeat(500_000)}`));
    const work = async () =>
      expect(refusals(await judgeChain(long))).toEqual(['certificate/name-not-permitted']);
    expect(await cost(work)).toBeLessThan(3_000);
    const short = await chain(generalName.uri(`http://h1.example/${'x'.repeat(500)}`));
    expect(refusals(await judgeChain(short))).toEqual([]);
  });

  it('with a crowd of one name before the lists of the true CA', async () => {
    const ca = { subject: 'S', extensions: caTestExtensions() };
    const [root, issuer, leaf] = await Promise.all([
      makeCertificate({ ...ca, subject: 'R', issuer: 'R', key: await keyOf(0), issuerKey: await keyOf(0) }),
      makeCertificate({ ...ca, issuer: 'R', key: await keyOf(1), issuerKey: await keyOf(0) }),
      makeCertificate({ subject: 'L', issuer: 'S', key: await keyOf(2), issuerKey: await keyOf(1) }),
    ]);
    const crowd = await Promise.all(
      numbers(1_500).map(async (i) =>
        makeCertificate({ ...ca, issuer: 'S', key: await keyOf(3 + (i % 30)), issuerKey: await keyOf(0) }),
      ),
    );
    const forged = await makeCrl({ issuer: 'S', issuerKey: await keyOf(40) });
    const crls = numbers(150).map(() => parseCrl(forged));
    crls.push(parseCrl(await makeCrl({ issuer: 'S', issuerKey: await keyOf(1) })));
    crls.push(parseCrl(await makeCrl({ issuer: 'R', issuerKey: await keyOf(0) })));
    const input = { leaf, roots: [root], at: TEST_NOW, crls, candidates: [...crowd, issuer] };
    let checked = false;
    const spent = await cost(async () => ({ statusChecked: checked } = await validatePath(input)));
    expect(checked).toBe(true);
    expect(spent).toBeLessThan(4_000);
  });

  it('with a list whose thousand entries of one number follow one very long CA’s name', async () => {
    const entries = [
      { serial: 5, certificateIssuer: 'x'.repeat(200_000) },
      ...numbers(3_000).map(() => ({ serial: 5 })),
    ];
    const options = { issuer: 'S', issuerKey: await keyOf(1), entries, point: { indirect: true } };
    const crl = parseCrl(await makeCrl(options));
    expect(await cost(() => expect(crl.findAll('05', 'another')).toEqual([]))).toBeLessThan(1_500);
  });
});
