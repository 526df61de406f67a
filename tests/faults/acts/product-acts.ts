import { sampleOrder } from '../../support/orders';
import { NUMBER, day, type MortalAct, type MortalWorld } from './mortal-act';

const KEY = 'text:xq pain tb 7.5/325';
const facts = {
  ...{ substanceCode: '9193', strengthMg: 7.5, form: 'tablet', packageSize: 100, schedule: null },
};

/** An order of a product that nobody recognises: what is said of it changes what it counts as. */
async function ordered({ write }: MortalWorld): Promise<void> {
  const unknown = {
    ...{ lineNumber: 1, ndc11: null, name: 'XQ PAIN TB 7.5/325', strength: null, form: null },
    ...{ packageSize: 100, schedule: null, packages: 2, itemNumber: null, doubtful: [] },
  };
  const draft = { ...sampleOrder, number: NUMBER, date: day('2026-11-20'), lines: [unknown] };
  await write({
    type: 'order.tracked',
    payload: { number: NUMBER, draft, supplierId: 'cascade', seen: { origin: 'https://cascade.example' } },
  });
}

/** Products that a text doesn’t tell: what people say of them. */
export const productActs: readonly MortalAct[] = [
  {
    name: 'say what a product is',
    of: ['correctProduct'],
    async begin(mortal) {
      await ordered(mortal);
      const act = { commandId: 'placed', ...mortal.actor, key: KEY, facts };
      return (archive) => mortal.pageOn(archive).correctProduct(act);
    },
  },
  {
    name: 'take back what was said of a product',
    of: ['withdrawCorrection'],
    async begin(mortal) {
      await ordered(mortal);
      await mortal.desk.correctProduct({ commandId: 'placed', ...mortal.actor, key: KEY, facts });
      const act = { commandId: 'taken-back', ...mortal.actor, key: KEY };
      return (archive) => mortal.pageOn(archive).withdrawCorrection(act);
    },
  },
];
