import { isCoordinator, matchDeaNumber, parseCertificate } from '../../../lib/pki';
import { demoRegistrants } from '../../pki/demo-registrants';
import type { DemoPki } from '../../pki/make-demo-pki';
import { readBytes } from '../seed-files';
import { guarded, law, type Target } from '../target';
import { readForest, writeForest, type Node } from '../tlv-tree';

/** DER of 2.16.840.1.101.3.5, under which DEA's extensions stand. */
const ARC = Buffer.from([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x05]);

interface Seed {
  readonly der: Uint8Array;
  /** Which of the certificate's DEA extensions is bent. */
  readonly extension: number;
  readonly value: Uint8Array<ArrayBuffer>;
}

/** Values of DEA's extensions, bent inside a whole certificate: whatever they hold, the certificate is read. */
export function deaExtensionsTarget(pki: DemoPki): Target {
  const seeds = ['full', 'low', 'other-registrant'].flatMap((id) => {
    const der = readBytes(pki.certificate[id as 'full' | 'low' | 'other-registrant']);
    return valuesOf(readForest(der) ?? []).map((node, extension): Seed => ({
      der,
      extension,
      value: new Uint8Array(node.content),
    }));
  });
  law(seeds.length > 0, 'the demo certificates carry no DEA extensions');
  const { deaNumber } = demoRegistrants.pharmacy;
  return {
    name: 'dea-extensions',
    seeds: seeds.map(({ value }) => value),
    share: 1,
    async attack(mutant, index) {
      const { der, extension, value } = seeds[index] as Seed;
      const bent = withValue(der, extension, mutant);
      const outcome = await guarded(bent, /^$/, () => {
        const certificate = parseCertificate(bent);
        return [certificate.dea, matchDeaNumber(certificate, deaNumber), isCoordinator(certificate)] as const;
      });
      law('value' in outcome, 'made a certificate unreadable');
      const [dea, match, coordinator] = outcome.value;
      law(dea !== null && !coordinator, 'taken for a certificate without DEA extensions');
      const whole = parseCertificate(der);
      const unbent = Buffer.compare(mutant, value) === 0;
      // Only the hash itself may be wrapped otherwise; another hash of the same number can't be found by bending.
      if (match === 'match') law(dea.deaNumberHash === whole.dea?.deaNumberHash, 'another hash matches');
      return `${unbent ? 'as it was' : 'bent'}, ${match}`;
    },
  };
}

function valuesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    const [oid, ...rest] = node.children ?? [];
    const isDea = oid?.tag === 0x06 && Buffer.from(oid.content).subarray(0, ARC.length).equals(ARC);
    const value = rest.find(({ tag }) => tag === 0x04);
    return [...(isDea && node.tag === 0x30 && value ? [value] : []), ...valuesOf(node.children ?? [])];
  });
}

function withValue(der: Uint8Array, extension: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const forest = readForest(der) ?? [];
  const node = valuesOf(forest)[extension] as Node;
  node.content = content;
  node.children = null;
  return writeForest(forest);
}
