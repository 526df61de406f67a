import { sampleOrder } from '@/tests/support/orders';
import { acknowledgement855, foreignX12, shipNotice856 } from '@/tests/support/x12';
import {
  documentKind,
  readCsosResponse,
  readOrder,
  readX12Acknowledgement,
  readX12ShipNotice,
  writeCsosOrder,
  writeOrder,
  writeX12Order,
  type OrderAcknowledgement,
  type ShipNotice,
} from '../../../lib/documents';
import { guarded, law, sameBytes, type Outcome, type Target } from '../target';

const CODES = /^(document|order)\//;
const crowded = { ...sampleOrder, supplier: { ...sampleOrder.supplier, name: 'A*B|C~D!E>F:G' } };
const response = new TextDecoder()
  .decode(writeCsosOrder(sampleOrder))
  .replaceAll('CSOSOrderRequest', 'CSOSOrderResponse')
  .replace('<OrderChannel>', '<Status>Accepted</Status>\n      <OrderChannel>');

/** Orders in both forms, and suppliers' answers: an order that is taken is the one whose bytes were signed. */
export function documentsTarget(): Target {
  const seeds = [
    writeX12Order(sampleOrder),
    writeX12Order(crowded),
    writeCsosOrder(sampleOrder),
    foreignX12({ type: '855', segments: acknowledgement855 }),
    foreignX12({ type: '856', segments: shipNotice856 }),
    new Uint8Array(Buffer.from(response)),
  ];
  return {
    name: 'documents',
    seeds,
    share: 6,
    async attack(mutant) {
      const kind = documentKind(mutant);
      const order = await guarded(mutant, CODES, () => readOrder(mutant));
      if ('value' in order) {
        const form = kind === 'x12-850' ? 'x12-850' : 'csos-xml';
        law(sameBytes(writeOrder(order.value, form), mutant), 'took an order that is written otherwise');
      }
      const answers: readonly Outcome<readonly (OrderAcknowledgement | ShipNotice)[]>[] = [
        await guarded(mutant, CODES, () => readX12Acknowledgement(mutant)),
        await guarded(mutant, CODES, () => readX12ShipNotice(mutant)),
        await guarded(mutant, CODES, () => readCsosResponse(mutant)),
      ];
      const figures = answers.flatMap((answer) =>
        'value' in answer ? answer.value.flatMap(({ lines }) => lines.map(({ packages }) => packages)) : [],
      );
      for (const packages of figures)
        law(packages === null || (Number.isSafeInteger(packages) && packages >= 0), `packages ${packages}`);
      const taken = [order, ...answers].filter((one) => 'value' in one);
      law(taken.length <= 1, 'two readers took it');
      return taken.length > 0 ? kind : 'refused';
    },
  };
}
