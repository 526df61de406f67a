import type { WordKey } from '@/lib/words';
import { rules } from './rules';

/** One field of 21 CFR 1305.21(b). */
export interface OrderField {
  /** Its paragraph in the rule, 1 to 9. */
  readonly paragraph: number;
  /** Begins the path of the finding's `field` that speaks of it; line fields are given without their line. */
  readonly fields: readonly string[];
  readonly words: WordKey;
  /** Who may complete it; either: purchaser or supplier. Signed here, every field is complete before. */
  readonly by: 'purchaser' | 'either';
  readonly rule: string;
}

/** What an order holds, and who may complete it (21 CFR 1305.21(b); that a supplier may fill in an NDC too: csos.md 1). */
export const orderFields: readonly OrderField[] = [
  { paragraph: 1, fields: ['number'], words: 'order-field.1', by: 'purchaser', rule: rules.number },
  {
    paragraph: 2,
    fields: ['purchaser.deaNumber'],
    words: 'order-field.2',
    by: 'purchaser',
    rule: rules.purchaserDea,
  },
  {
    paragraph: 3,
    fields: ['supplier.name'],
    words: 'order-field.3',
    by: 'purchaser',
    rule: rules.supplierName,
  },
  {
    paragraph: 4,
    fields: ['supplier.address'],
    words: 'order-field.4',
    by: 'either',
    rule: rules.supplierAddress,
  },
  {
    paragraph: 5,
    fields: ['supplier.deaNumber'],
    words: 'order-field.5',
    by: 'either',
    rule: rules.supplierDea,
  },
  { paragraph: 6, fields: ['date'], words: 'order-field.6', by: 'purchaser', rule: rules.date },
  { paragraph: 7, fields: ['lines.name'], words: 'order-field.7', by: 'purchaser', rule: rules.product },
  { paragraph: 7, fields: ['lines.ndc11'], words: 'order-field.7-ndc', by: 'either', rule: rules.product },
  {
    paragraph: 8,
    fields: ['lines.packageSize'],
    words: 'order-field.8',
    by: 'purchaser',
    rule: rules.packageSize,
  },
  { paragraph: 9, fields: ['lines.packages'], words: 'order-field.9', by: 'purchaser', rule: rules.packages },
];
