import { finding, type Finding } from '@/lib/base';
import type { Order, Party } from '@/lib/order';
import { say } from '@/lib/words';

/** What version 004010 has room for, in characters. */
const ROOM = { name: 60, street: 55, city: 30, product: 80, itemNumber: 48, detail: 80 } as const;

type Text = readonly [path: string, words: string, text: string | null, max: number];

function partyTexts(side: 'supplier' | 'purchaser', { name, address }: Party): Text[] {
  const whose = (what: string) => say('field.of', { whose: say(`field.${side}`), what });
  return [
    [`${side}.name`, whose(say('field.name')), name, ROOM.name],
    [`${side}.address.street`, whose(say('field.street')), address.street, ROOM.street],
    [`${side}.address.street2`, whose(say('field.street2')), address.street2, ROOM.street],
    [`${side}.address.city`, whose(say('field.city')), address.city, ROOM.city],
  ];
}

/** Fields that `writeX12Order` writes whole where the standard has less room: the receiver's system may cut them. */
export function longerThanX12({ supplier, purchaser, lines }: Order): Finding[] {
  const texts = [
    ...partyTexts('supplier', supplier),
    ...partyTexts('purchaser', purchaser),
    ...lines.flatMap((line) =>
      (['name', 'strength', 'form', 'itemNumber'] as const).map((part): Text => {
        const max = part === 'name' ? ROOM.product : part === 'itemNumber' ? ROOM.itemNumber : ROOM.detail;
        const words = say('field.ofLine', { line: line.lineNumber, what: say(`field.${part}`) });
        return [`lines.${line.lineNumber}.${part}`, words, line[part], max];
      }),
    ),
  ];
  return texts
    .filter(([, , text, max]) => text !== null && text.length > max)
    .map(([field, words, , max]) =>
      finding('warns', 'document/longer-than-form', { field, params: { field: words, max } }),
    );
}
