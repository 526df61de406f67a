import type { UnknownProduct } from '@/lib/archive';
import { CountersignError, formatNdc, legalDay, limits, parseNdc, type Ndc11 } from '@/lib/base';
import { mayBeControlled, recogniseProduct, substanceByCode } from '@/lib/drugs';
import { say } from '@/lib/words';
import { actAs } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { requireFigures } from '../som/require-figures';
import { learnUnknown, textNamed } from './learn-unknown';
import { requireFacts } from './require-facts';
import type { ProductCases, ProductsView, UnknownProductView } from './views';

/** What stands under a `productKey`, as people read it. */
function productOfKey(key: string): { readonly shown: string; readonly ndc: Ndc11 | null } {
  const [, kind, rest = ''] = /^(ndc|text):(.*)$/s.exec(key) ?? [];
  const ndc = kind === 'ndc' ? parseNdc(rest) : null;
  return { shown: ndc === null ? rest : formatNdc(ndc), ndc };
}

/** What matters to monitoring first. */
function sorted(products: readonly UnknownProduct[]): Pick<ProductsView, 'unknown' | 'others'> {
  const unknown: UnknownProductView[] = [];
  const others: UnknownProductView[] = [];
  for (const { key, text, ndc, lines, isScheduled, last } of products) {
    const read = recogniseProduct(textNamed(text, ndc));
    const { substance, strengthMg, form, packageSize, schedule } = read;
    const parsed = ndc === null ? null : parseNdc(ndc);
    (isScheduled || substance !== null || mayBeControlled(text) ? unknown : others).push({
      ...{ key, text, lines, last },
      ndc: parsed === null ? ndc : formatNdc(parsed),
      read: { substanceCode: substance?.code ?? null, strengthMg, form, packageSize, schedule },
    });
  }
  return { unknown, others };
}

export function productCases(ports: DeskPorts): ProductCases {
  const { archive, catalogue } = ports;
  return {
    async productsToPlace() {
      await requireFigures(archive);
      const { directory, zone } = await situation(ports);
      const found = await archive.unknownProducts(limits.unknownProductsRead + 1);
      const nameOf = (who: string) =>
        directory.people.find(({ id }) => id === who)?.name ?? say('who.system');
      const corrections = Object.entries(directory.products).map(([key, { facts, from, at, who }]) => ({
        ...{ key, facts, from },
        product: productOfKey(key).shown,
        substanceName:
          facts.substanceCode === null
            ? null
            : (substanceByCode(facts.substanceCode)?.name ?? facts.substanceCode),
        date: legalDay(at, zone),
        whoName: nameOf(who),
      }));
      return {
        ...sorted(found.slice(0, limits.unknownProductsRead)),
        more: found.length > limits.unknownProductsRead,
        corrections: corrections.sort(
          (a, b) =>
            Number(b.from === 'person') - Number(a.from === 'person') ||
            a.product.localeCompare(b.product, 'en'),
        ),
      };
    },

    async correctProduct({ commandId, key, facts, ...actor }) {
      const { id: who } = await actAs(ports, actor, 'correct-record');
      await archive.append({
        ...{ commandId, who, orderId: null },
        events: [{ type: 'product.set', payload: { key, facts: requireFacts(facts), from: 'person' } }],
      });
    },

    async withdrawCorrection({ commandId, key, ...actor }) {
      const { id: who } = await actAs(ports, actor, 'correct-record');
      if (await archive.isWritten(commandId)) return;
      const { products } = await archive.directory();
      if (!products[key]) throw new CountersignError('product/unknown');
      await archive.append({
        ...{ commandId, who, orderId: null },
        events: [{ type: 'product.set', payload: { key, facts: null, from: 'person' } }],
      });
    },

    catalogueState: () => catalogue.state(),

    importCatalogue: (files, onProgress, signal) =>
      ports.listHosts.inTurn('catalogue', async () => {
        const report = await catalogue.import(files, onProgress, signal);
        const cause = `import-${report.state.importedAt}`;
        const learning = (done: number, total: number) => onProgress({ phase: 'learning', done, total });
        return { ...report, ...(await learnUnknown(ports, cause, learning, signal)) };
      }),
  };
}
