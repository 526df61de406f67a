import { ORDER_NUMBER_ANYWHERE, parseDeaNumber, parseNdc, parseSchedule } from '@/lib/base/light';
import { parsePackages } from '../packages';
import type { Field } from './label';

/** NDC with hyphens, wherever it stands; eleven bare digits are only an NDC where nothing else touches them. */
const NDC_ANYWHERE =
  /(?<![\w-])(?:\d{5}[-‐‑–]\d{4}[-‐‑–]\d{1,2}|\d{5}[-‐‑–]\d{3}[-‐‑–]\d{2}|\d{4}[-‐‑–]\d{4}[-‐‑–]\d{2})(?![\w-])/;
const NDC_BARE = /(?<![\w.,-])\d{10,11}(?![\w.,-]|\s*(?:mg|ml))/;
const DEA_ANYWHERE = /\b[A-Z][A-Z9]\d{7}\b/g;
const SCHEDULE_BADGE =
  /(?<![\w-])(?:C-?(?:III?|IV|V|[2-5])N?|(?:Schedule|Sch\.?) (?:III?|IV|V|[2-5])N?)(?![\w-])/i;
const DATE =
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{2,4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{2,4}/i;
const SIZE =
  /^(?:\d[\d,.]*(?:\s*[x×]\s*[\d,.]+)*\s*(?:ea|each|ct|tab(?:let)?s?|cap(?:sule)?s?|ml|gm?|mg|btl|bt|bottles?|pk|pack|bx|box|vials?|syr|patch(?:es)?|ud|u\/d|units?|s|'s|oz|l|pt|per .*)?\.?(?:\s*\/?\s*[a-z]+)?|(?:btl|bt|bottle|box|bx|pk|pack|ea|ct|case|carton|vial|tray|blister)s?(?: of)?\s*[\d,]+.*)$/i;
const UNIT =
  /^(?:[a-z]{1,3}|bottles?|each|pack(?:age)?s?|box(?:es)?|case|vials?|carton|tray|kit|tube|unit)\.?$/i;
const STRENGTH = /\d\s*(?:mg|mcg|µg|ug|g|gm|ml|%|meq|units?|iu)\b|%|^\d[\d.,/-]*$/i;
const DRUG_TEXT =
  /\b\d[\d.,]*(?:[-/]\d[\d.,]*)?\s*(?:mg|mcg|ml|%|meq)(?:\b|\/|$)|\b(?:tab(?:let)?s?|cap(?:sule)?s?|hcl|sulfate|inj(?:ection)?|syrup|elixir|patch|soln|susp)\b/i;

/** Substances that the schedules hold and pharmacies order; what a basket holds that no other shop sells. */
const CONTROLLED =
  /\b(?:oxycod|hydrocod|hydromorph|oxymorph|morphin|fentan|methadon|codein|tapentad|meperid|levorphan|buprenorph|sufentan|remifent|opium|amphetamin|dextroamph|lisdexamf|methylphen|dexmethylph|pentobarb|secobarb|phenobarb|butalbital|alprazol|lorazep|diazep|clonazep|temazep|triazol|midazol|chlordiazep|oxazep|zolpid|eszopic|zalepl|tramad|carisoprod|modafin|armodaf|phentermin|testoster|oxandrol|ketamin|pregabal|lacosam|brivarac|nabilon|dronabin|adderall|percocet|vyvanse|concerta|ritalin|dilaudid|norco|vicodin|xanax|ativan|valium|suboxone)\w*/i;

/** Whether a text names a controlled substance. */
export function isControlledName(text: string): boolean {
  return CONTROLLED.test(text);
}

export function ndcIn(text: string): string | null {
  return (NDC_ANYWHERE.exec(text) ?? NDC_BARE.exec(text))?.[0] ?? null;
}

/** Only the hyphenated form: what is an NDC without any label. */
export function plainNdcIn(text: string): string | null {
  return NDC_ANYWHERE.exec(text)?.[0] ?? null;
}

export function csosNumbersIn(text: string): readonly string[] {
  return text.match(ORDER_NUMBER_ANYWHERE) ?? [];
}

/** What has a DEA number's form, whether or not its check digit holds. */
export function deaFormsIn(text: string): readonly string[] {
  return text.match(DEA_ANYWHERE) ?? [];
}

/** DEA numbers whose check digit holds. */
export function deaNumbersIn(text: string): readonly string[] {
  return deaFormsIn(text).filter((number) => parseDeaNumber(number) !== null);
}

export function scheduleIn(text: string): string | null {
  return SCHEDULE_BADGE.exec(text)?.[0] ?? null;
}

export function dateIn(text: string): string | null {
  return DATE.exec(text)?.[0] ?? null;
}

/** Whether a description speaks of a drug: an amount per unit or a dosage form. */
export function isDrugText(text: string): boolean {
  return DRUG_TEXT.test(text);
}

/** How well a value fits what a field holds: 1 as it should be, 0 not at all. */
export function fit(field: Field, text: string): number {
  switch (field) {
    case 'ndc':
      return plainNdcIn(text) || (ndcIn(text) && parseNdc(ndcIn(text) as string)) ? 1 : ndcIn(text) ? 0.7 : 0;
    case 'packages':
    case 'shipped':
    case 'received':
    case 'suggested':
    case 'lineCount':
      return parsePackages(text) !== null ? 1 : 0;
    case 'schedule':
      return parseSchedule(text) !== null || scheduleIn(text)
        ? 1
        : /^(?:f|o|l|rx|otc|n|no|non.*|x|-|—)$/i.test(text)
          ? 0.6
          : 0;
    case 'packageSize':
      return SIZE.test(text) ? 1 : /\d/.test(text) && text.length < 40 ? 0.5 : 0;
    case 'strength':
      return STRENGTH.test(text) ? 1 : /\d/.test(text) ? 0.6 : 0.1;
    case 'form':
      return /^[a-z][a-z ,./-]*$/i.test(text) ? 1 : 0.3;
    case 'description':
      return /[a-z]{3}/i.test(text) ? (dateIn(text) ? 0.3 : 1) : 0;
    case 'itemNumber':
      return /^#?\s*[a-z]{0,5}[-# ]?\d[\w./-]*$/i.test(text) && !dateIn(text)
        ? 1
        : /^[\w./-]{2,20}$/.test(text)
          ? 0.5
          : 0;
    case 'unit':
      return UNIT.test(text) ? 1 : 0;
    case 'invoiceNumber':
      return /^#?\s*[\w-]*\d[\w/-]*$/.test(text) && !dateIn(text) ? 1 : 0;
    case 'csosNumber':
      return csosNumbersIn(text).length > 0 ? 1 : /^[\w-]*\d[\w-]*$/.test(text) ? 0.4 : 0;
    case 'poNumber':
    case 'orderNumber':
      return csosNumbersIn(text).length > 0
        ? 1
        : /^#?\s*[\w-]*\d[\w-]*$/.test(text) && !dateIn(text)
          ? 0.8
          : 0;
    case 'date':
    case 'shipDate':
    case 'invoiceDate':
    case 'receivedDate':
      return dateIn(text) ? 1 : 0;
    case 'dea':
      return deaNumbersIn(text).length > 0 ? 1 : 0;
    case 'state':
    case 'reason':
    case 'supplier':
      return /[a-z]{2}/i.test(text) ? 1 : 0.1;
    case 'other':
      return 1;
  }
}
