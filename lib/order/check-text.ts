import { finding, limits, type Finding } from '@/lib/base';
import { say } from '@/lib/words';
import { hasHiddenCharacters } from './hidden-characters';
import type { DraftParty, OrderDraft } from './order';
import { rules } from './rules';

type Text = readonly [path: string, words: string, text: string | null];

function partyTexts(side: 'supplier' | 'purchaser', party: DraftParty): Text[] {
  const whose = (what: string) => say('field.of', { whose: say(`field.${side}`), what });
  return [
    [`${side}.name`, whose(say('field.name')), party.name],
    [`${side}.deaNumber`, whose(say('field.deaNumber')), party.deaNumber],
    ...(['street', 'street2', 'city', 'state', 'postalCode'] as const).map((part): Text => [
      `${side}.address.${part}`,
      whose(say(`field.${part}`)),
      party.address[part],
    ]),
  ];
}

function textsOf(draft: OrderDraft): Text[] {
  const lines = draft.lines.flatMap((line) =>
    (['name', 'ndc11', 'strength', 'form', 'schedule', 'itemNumber'] as const).map((part): Text => [
      `lines.${line.lineNumber}.${part}`,
      say('field.ofLine', { line: line.lineNumber, what: say(`field.${part}`) }),
      line[part],
    ]),
  );
  return [
    ['number', say('field.number'), draft.number],
    ...partyTexts('supplier', draft.supplier),
    ...partyTexts('purchaser', draft.purchaser),
    ...lines,
  ];
}

/** No field of an order may hold what can't be seen, nor more than a field holds (attacks.md 90). */
export function checkTexts(draft: OrderDraft): Finding[] {
  return textsOf(draft).flatMap(([field, words, text]) => {
    if (text === null) return [];
    if (hasHiddenCharacters(text)) {
      return [
        finding('blocks', 'document/hidden-characters', {
          field,
          rule: rules.form,
          params: { field: words },
        }),
      ];
    }
    return text.length <= limits.fieldMaxLength
      ? []
      : [
          finding('blocks', 'order/field-too-long', {
            field,
            rule: rules.form,
            params: { field: words, max: limits.fieldMaxLength },
          }),
        ];
  });
}
