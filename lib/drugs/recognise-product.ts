import { parseSchedule, type ScheduleOrNone } from '@/lib/base';
import { blankNameNumbers } from './blank-name-numbers';
import { findIngredients, type Ingredients, type Mention } from './find-ingredients';
import { foldText, tokensOf } from './fold-text';
import { parsePackageSize } from './parse-package-size';
import { impliedStrength } from './implied-strength';
import { mmeFactorOf } from './mme-factor';
import type { Contradiction, Product, ProductFacts, ProductText } from './product';
import { readForm } from './read-form';
import { readNdc } from './read-ndc';
import { readPackage } from './read-package';
import { readSaltFactor } from './read-salt';
import { printedSchedule, scheduleOf, withoutSchedule } from './read-schedule';
import { readStrength, withoutDoses, type StrengthReading } from './read-strength';
import { substanceTable } from './table';

/**
 * Recognises a product from what a page says of it. Columns (strength, package size, schedule) win over the
 * description for what they state, and a difference is kept in `contradictions`. What isn't said stays null.
 *
 * `known` is what a person said of it, and wins over both where the product has an NDC; of a mere name, which may stand
 * for several packages, columns win over what was said. What it leaves null is read from the text.
 */
export function recogniseProduct(text: ProductText, known: ProductFacts | null = null): Product {
  const ndc11 = text.ndc === null ? null : readNdc(text.ndc);
  const folded = foldText(text.description);
  const tokens = tokensOf(text.description);
  const ingredients = findIngredients(tokens);
  const mentions = known === null ? governing(ingredients) : saidToBe(known, ingredients);
  const facts = mentions[0]?.facts ?? null;
  const plain = withoutSchedule(folded);
  const described = readForm(tokensOf(plain));
  const formInColumn = text.form === null ? null : readForm(tokensOf(text.form));
  const form = choose(known?.form, formInColumn, described, ndc11 !== null);

  const implied = impliedStrength(mentions, ndc11);
  const read = (from: string): StrengthReading =>
    facts ? readStrength(from, facts, ingredients, form, implied === null) : { strength: null, rest: from };
  const inText = read(plain);
  const inColumn = text.strength === null ? null : read(foldText(text.strength)).strength;
  const strength = inColumn ?? inText.strength;
  const told = inText.strength?.mg ?? implied;
  const strengthMg = facts && choose(known?.strengthMg, inColumn?.mg, told, ndc11 !== null);
  const numbers = blankNameNumbers(inText.rest, plain, inText.strength?.mg ?? null);
  const unlisted = facts ? null : withoutDoses(plain);
  const sizeInText = facts
    ? readPackage(numbers, form)
    : unlisted !== null && form !== null
      ? readPackage(unlisted, form)
      : null;
  const sizeInColumn = text.packageSize === null ? null : parsePackageSize(text.packageSize);
  const packageSize = choose(known?.packageSize, sizeInColumn, sizeInText, ndc11 !== null);
  const byContents = facts && scheduleOf(facts, ingredients, form, strength);
  const stated =
    (text.schedule === null ? null : parseSchedule(text.schedule)) ?? printedSchedule(folded, facts !== null);

  const contradictions: Contradiction[] = [];
  if (inColumn && inText.strength && inColumn.mg !== inText.strength.mg && !isSaid(known?.strengthMg))
    contradictions.push('strength');
  if (
    sizeInColumn !== null &&
    sizeInText !== null &&
    sizeInColumn !== sizeInText &&
    !isSaid(known?.packageSize)
  )
    contradictions.push('packageSize');
  if (stated !== null && byContents !== null && !sameSchedule(stated, byContents) && !isSaid(known?.schedule))
    contradictions.push('schedule');
  if (described !== null && form !== described && !isSaid(known?.form)) contradictions.push('form');
  return {
    ndc11,
    description: text.description.replace(/\s+/g, ' ').trim(),
    substance: facts && { code: facts.code, name: facts.name },
    schedule:
      saidSchedule(known) ??
      (stated === null || (byContents !== null && sameSchedule(stated, byContents))
        ? (byContents ?? stated)
        : stated),
    strengthMg,
    form: form ?? (strength?.per === 'h' ? 'patch' : null),
    packageSize,
    packageSizeFrom:
      packageSize === null
        ? null
        : packageSize === sizeInColumn
          ? 'column'
          : packageSize === known?.packageSize
            ? 'facts'
            : 'description',
    saltFactor: facts && readSaltFactor(mentions, tokens),
    mmeFactor: facts && mmeFactorOf(facts.code, form ?? (strength?.per === 'h' ? 'patch' : null)),
    contradictions,
  };
}

/** What was said, unless it was said of a name that a column makes more exact. */
function choose<T>(
  said: T | null | undefined,
  column: T | null | undefined,
  described: T | null | undefined,
  hasNdc: boolean,
): T | null {
  return (hasNdc ? (said ?? column) : (column ?? said)) ?? described ?? null;
}

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function saidSchedule(known: ProductFacts | null): ScheduleOrNone | null {
  return known && (known.substanceCode === null ? 'none' : known.schedule);
}

/** The namings of the substance that the product is said to be; with its usual salt where the text names another. */
function saidToBe({ substanceCode }: ProductFacts, ingredients: Ingredients): readonly Mention[] {
  const named = ingredients.mentions.filter(({ facts }) => facts.code === substanceCode);
  if (substanceCode === null || named.length > 0) return named;
  return substanceTable
    .filter(({ code }) => code === substanceCode)
    .slice(0, 1)
    .map((facts) => ({ facts, name: facts.name, salt: null }));
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
