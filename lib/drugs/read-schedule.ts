import { parseSchedule, type Schedule, type ScheduleOrNone } from '@/lib/base';
import type { Ingredients } from './find-ingredients';
import { liquidForms } from './read-form';
import type { Strength } from './read-strength';
import type { SubstanceFacts } from './table';

/** `C-II`, `CII`, `C-IIN`, `SCH II` within a description; a lone `IV` is intravenous. */
const IN_TEXT = /(?<![a-z\d])(?:c-?\s?|sch(?:edule)?\.?\s*)(iv|v|i{1,3}|[2-5])(n?)(?![a-z\d])/;

/** The schedule that a description itself prints. */
export function printedSchedule(foldedText: string): ScheduleOrNone | null {
  const match = IN_TEXT.exec(foldedText);
  return match && parseSchedule(`C${match[1]}${match[2]}`);
}

/**
 * Schedule of a product by its ingredients, form and strength; null where the combination leaves it open. Exempted
 * prescription products (21 CFR 1308.32) differ by manufacturer, so they answer null: the page or a person says.
 */
export function scheduleOf(
  facts: SubstanceFacts,
  ingredients: Ingredients,
  form: string | null,
  strength: Strength | null,
): Schedule | null {
  const has = (...names: readonly string[]) =>
    ingredients.partners.some((partner) => names.includes(partner.name));
  const liquid = strength?.per === 'ml' || (form !== null && liquidForms.has(form));
  switch (facts.rule) {
    case null:
      return facts.schedule;
    case 'codeine':
      // 1308.15(c)(1): at most 200 mg per 100 mL; 1308.13(e)(1): at most 90 mg per unit, with non-narcotic ingredients.
      if (ingredients.partners.length === 0) return '2';
      if (
        has(
          'promethazine',
          'guaifenesin',
          'chlorpheniramine',
          'brompheniramine',
          'phenylephrine',
          'pseudoephedrine',
        )
      )
        return '5';
      if (!liquid) return '3';
      return strength?.per === 'ml' && strength.mg * facts.usualFactor <= 2
        ? '5'
        : strength === null
          ? null
          : '3';
    case 'dihydrocodeine':
      return ingredients.partners.length > 0 ? '3' : '2';
    case 'diphenoxylate':
      return has('atropine') ? '5' : '2';
    case 'opium':
      return has('camphor') ? '3' : '2';
    case 'dronabinol':
      // 1308.12(f)(2): an FDA-approved oral solution is schedule II; capsules in sesame oil are III.
      return liquid ? '2N' : '3N';
    case 'short-barbiturate':
      // 1308.13(c)(2): suppositories of these are schedule III.
      return form === 'suppository' ? '3N' : '2N';
    case 'butalbital':
      return has('aspirin') ? '3N' : null;
    case 'exempt-combination':
      return has('clidinium', 'hyoscyamine', 'atropine', 'amitriptyline') ? null : facts.schedule;
  }
}
