import type { Item } from '../book/catalogue';

const FORMS: Readonly<Record<string, string>> = {
  Tablet: 'TAB',
  Capsule: 'CAP',
  Patch: 'PATCH',
  Injection: 'INJ',
  Film: 'FILM',
};

/** Capitals and cut words, as a mainframe with 30-character fields left them. */
export function descriptionOf(item: Item): string {
  const name = item.name
    .toUpperCase()
    .replace('HYDROCODONE BITARTRATE/ACETAMINOPHEN', 'HYDROCODONE/APAP')
    .replace('FENTANYL', 'FENTANYL TRANSDERMAL');
  return `${name} ${strengthOf(item)} ${formOf(item)}`;
}

export function strengthOf(item: Item): string {
  return item.strength
    .replaceAll(' ', '')
    .toUpperCase()
    .replace('10MG/325MG', '10-325MG')
    .replace('8MG/2MG', '8-2MG');
}

export function formOf(item: Item): string {
  return FORMS[item.form] ?? item.form.toUpperCase();
}

export function sizeOf(item: Item): string {
  return `${item.packageSize}${item.unit}`;
}
