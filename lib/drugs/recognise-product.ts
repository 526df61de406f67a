import { parseSchedule, type ScheduleOrNone } from '@/lib/base';
import { blankNameNumbers } from './blank-name-numbers';
import { findIngredients, type Ingredients, type Mention } from './find-ingredients';
import { foldText, tokensOf } from './fold-text';
import { parsePackageSize } from './parse-package-size';
import type { Contradiction, Product, ProductText } from './product';
import { readForm } from './read-form';
import { readNdc } from './read-ndc';
import { readPackage } from './read-package';
import { readSaltFactor } from './read-salt';
import { printedSchedule, scheduleOf, withoutSchedule } from './read-schedule';
import { readStrength, type StrengthReading } from './read-strength';

/**
 * Recognises a product from what a page says of it. Columns (strength, package size, schedule) win over the
 * description for what they state, and a difference is kept in `contradictions`. What isn't said stays null.
 */
export function recogniseProduct(text: ProductText): Product {
  const folded = foldText(text.description);
  const tokens = tokensOf(text.description);
  const ingredients = findIngredients(tokens);
  const mentions = governing(ingredients);
  const facts = mentions[0]?.facts ?? null;
  const plain = withoutSchedule(folded);
  const described = readForm(tokensOf(plain));
  const form = (text.form === null ? null : readForm(tokensOf(text.form))) ?? described;

  const read = (from: string): StrengthReading =>
    facts ? readStrength(from, facts, ingredients, form) : { strength: null, rest: from };
  const inText = read(plain);
  const inColumn = text.strength === null ? null : read(foldText(text.strength)).strength;
  const strength = inColumn ?? inText.strength;
  const numbers = blankNameNumbers(inText.rest, plain, inText.strength?.mg ?? null);
  const sizeInText = facts ? readPackage(numbers, form) : null;
  const sizeInColumn = text.packageSize === null ? null : parsePackageSize(text.packageSize);
  const byContents = facts && scheduleOf(facts, ingredients, form, strength);
  const stated =
    (text.schedule === null ? null : parseSchedule(text.schedule)) ?? printedSchedule(folded, facts !== null);

  const contradictions: Contradiction[] = [];
  if (inColumn && inText.strength && inColumn.mg !== inText.strength.mg) contradictions.push('strength');
  if (sizeInColumn !== null && sizeInText !== null && sizeInColumn !== sizeInText)
    contradictions.push('packageSize');
  if (stated !== null && byContents !== null && !sameSchedule(stated, byContents))
    contradictions.push('schedule');
  if (described !== null && form !== described) contradictions.push('form');
  return {
    ndc11: text.ndc === null ? null : readNdc(text.ndc),
    description: text.description.replace(/\s+/g, ' ').trim(),
    substance: facts && { code: facts.code, name: facts.name },
    schedule:
      stated === null || (byContents !== null && sameSchedule(stated, byContents))
        ? (byContents ?? stated)
        : stated,
    strengthMg: strength?.mg ?? null,
    form: form ?? (strength?.per === 'h' ? 'patch' : null),
    packageSize: sizeInColumn ?? sizeInText,
    packageSizeFrom: sizeInColumn !== null ? 'column' : sizeInText !== null ? 'description' : null,
    saltFactor: facts && readSaltFactor(mentions, tokens),
    contradictions,
  };
}

/** Of several controlled substances in one product the one of the strictest schedule governs; then the first named. */
function governing(ingredients: Ingredients): readonly Mention[] {
  const rank = (mention: Mention) => Number(mention.facts.schedule.charAt(0));
  const first = [...ingredients.mentions].sort((a, b) => rank(a) - rank(b))[0];
  return first ? ingredients.mentions.filter((mention) => mention.facts === first.facts) : [];
}

/** Pages print `CII` for a stimulant too: without an N the class agrees with either (csos.md 3). */
function sameSchedule(stated: ScheduleOrNone, known: ScheduleOrNone): boolean {
  return stated === known || known === `${stated}N`;
}
