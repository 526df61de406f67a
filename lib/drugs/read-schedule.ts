import { parseSchedule, type Schedule, type ScheduleOrNone } from '@/lib/base';
import type { Ingredients } from './find-ingredients';
import { liquidForms } from './read-form';
import type { Strength } from './read-strength';
import type { SubstanceFacts } from './table';

/** `C-II`, `CII`, `C-IIN`, `SCH II` within a description; a lone `IV` is intravenous. */
const IN_TEXT = /(?<![a-z\d])(?:c-?\s?|sch(?:edule)?\.?\s*)(iv|v|i{2,3}|[2-5])(n?)(?![a-z\d])/;
/** Beside a name that isn't known to be controlled: there `C 5` may be a vitamin, `C IV` one in a vein, `CI` a colour. */
const PLAINLY_IN_TEXT = /(?<![a-z\d])(?:c-|sch(?:edule)?\.?\s*|c(?=i))(iv|v|i{2,3})(n?)(?![a-z\d])/;

/** The schedule that a description itself prints. */
export function printedSchedule(foldedText: string, besideControlled: boolean): ScheduleOrNone | null {
  const match = (besideControlled ? IN_TEXT : PLAINLY_IN_TEXT).exec(foldedText);
  return match && parseSchedule(`C${match[1]}${match[2]}`);
}

const ANY_IN_TEXT =
  /(?<![a-z\d])(?:c-?\s?(?:iv|v|i{2,3})|c-?[2-5]|sch(?:edule)?\.?\s*(?:iv|v|i{2,3}|[2-5]))n?(?![a-z\d])/g;

/** The description with blanks for schedules: in `TAB 100 C-IV` nothing is intravenous, and 100 stands last. */
export function withoutSchedule(foldedText: string): string {
  return foldedText.replace(ANY_IN_TEXT, (found) => ' '.repeat(found.length));
}

/** What stands beside codeine in cough preparations, which are liquids unless a form says otherwise. */
const COUGH_PARTNERS = [
  'promethazine',
  'guaifenesin',
  'chlorpheniramine',
  'dexchlorpheniramine',
  'brompheniramine',
  'triprolidine',
  'phenylephrine',
  'pseudoephedrine',
];
/** Company in which some makers' products were exempted (21 CFR 1308.32, anabolic steroids 1308.34). */
const EXEMPTING_PARTNERS = [
  'clidinium',
  'hyoscyamine',
  'atropine',
  'scopolamine',
  'belladonna',
  'ergotamine',
  'esterified estrogens',
];

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
      if (has(...COUGH_PARTNERS) && form !== 'tablet' && form !== 'capsule')
        return strength?.per === 'ml' && strength.mg * facts.usualFactor > 2 ? '3' : '5';
      if (!liquid) return '3';
      return strength?.per === 'ml' && strength.mg * facts.usualFactor <= 2
        ? '5'
        : strength === null
          ? null
          : '3';
    case 'dihydrocodeine':
      // 1308.15(c)(2): at most 100 mg per 100 mL.
      if (ingredients.partners.length === 0) return '2';
      if (liquid && strength === null) return null;
      return strength?.per === 'ml' && strength.mg * facts.usualFactor <= 1 ? '5' : '3';
    case 'diphenoxylate':
      return has('atropine') ? '5' : '2';
    case 'opium':
      return has('camphor') ? '3' : '2';
    case 'dronabinol':
      // 1308.12(f)(2): an FDA-approved oral solution is schedule II; capsules in sesame oil are III.
      return liquid ? '2N' : '3N';
    case 'short-barbiturate':
      // 1308.13(c)(1), (2): with another active ingredient, and in suppositories, these are schedule III.
      return form === 'suppository' || ingredients.partners.length > 0 ? '3N' : '2N';
    case 'butalbital':
      return has('aspirin') ? '3N' : null;
    case 'exempt-combination':
      return has(...EXEMPTING_PARTNERS) ? null : facts.schedule;
  }
}
