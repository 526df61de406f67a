import { parseSchedule, type ScheduleOrNone } from '@/lib/base';
import { findIngredients, type Ingredients } from '../find-ingredients';
import { tokensOf } from '../fold-text';
import type { ProductFacts } from '../product';
import { readForm } from '../read-form';
import { scheduleOf } from '../read-schedule';
import type { SubstanceFacts } from '../table';
import { listedAmount, type ListedAmount } from './listed-amount';

/** One product as the FDA lists it, its columns as they stand in the file; empty where the file has none. */
export interface ListedProduct {
  readonly productType: string;
  readonly proprietaryName: string;
  readonly nonproprietaryName: string;
  readonly dosageForm: string;
  readonly route: string;
  /** Ingredients, separated by semicolons, in the order of their strengths and units. */
  readonly substances: string;
  readonly strengths: string;
  readonly units: string;
  readonly deaSchedule: string;
}

/** A directory names an ingredient thousands of times. */
const REMEMBERED = 20_000;
const ingredientsOf = new Map<string, Ingredients>();

function ingredientsNamed(names: string): Ingredients {
  const found = ingredientsOf.get(names) ?? findIngredients(tokensOf(names));
  if (ingredientsOf.size >= REMEMBERED) ingredientsOf.clear();
  ingredientsOf.set(names, found);
  return found;
}

/** Schedules of these depend on who makes them (21 CFR 1308.32): where the directory states none, there is none. */
const EXEMPTED: ReadonlySet<string | null> = new Set(['butalbital', 'exempt-combination']);

/**
 * What a listing says of a product, without its package. Null where it is scheduled and none of its ingredients is known
 * here: then nothing may be said of it.
 */
export function listedFacts(listed: ListedProduct): Omit<ProductFacts, 'packageSize'> | null {
  const names = listed.substances.trim() === '' ? listed.nonproprietaryName : listed.substances;
  const stated = listed.deaSchedule.trim() === '' ? null : parseSchedule(listed.deaSchedule);
  const parts = names.split(';').map((name) => ingredientsNamed(name).mentions[0]?.facts ?? null);
  const facts = governing(parts);
  if (facts === null) return listed.deaSchedule.trim() === '' ? NOT_CONTROLLED : null;
  // Dilutions sold without prescription bear a controlled name and hold next to nothing of it.
  if (stated === null && /\bOTC\b/i.test(listed.productType)) return NOT_CONTROLLED;

  const form = formOf(listed);
  const strength = strengthOf(listed, parts, facts);
  const all = ingredientsNamed(names);
  return {
    substanceCode: facts.code,
    strengthMg: strength?.mg ?? null,
    form: form ?? (strength?.per === 'h' ? 'patch' : null),
    schedule: scheduleFrom(stated, facts, scheduleOf(facts, all, form, strength)),
  };
}

const NOT_CONTROLLED = { substanceCode: null, strengthMg: null, form: null, schedule: 'none' } as const;

function governing(parts: readonly (SubstanceFacts | null)[]): SubstanceFacts | null {
  const known = parts.filter((facts) => facts !== null);
  const rank = ({ schedule }: SubstanceFacts) => Number(schedule.charAt(0));
  return [...known].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Files list fentanyl patches as films too. */
function formOf({ dosageForm, route }: ListedProduct): string | null {
  const form = readForm(tokensOf(dosageForm));
  return form === 'film' && /TRANSDERMAL/i.test(route) ? 'patch' : form;
}

/** Of several salts of the substance, or the mixed amphetamine salts, the sum; null where a column doesn't fit the others. */
function strengthOf(
  { strengths, units }: ListedProduct,
  parts: readonly (SubstanceFacts | null)[],
  facts: SubstanceFacts,
): ListedAmount | null {
  const amounts = strengths.split(';');
  const measures = units.split(';');
  if (amounts.length !== parts.length || measures.length !== parts.length) return null;
  const own = parts.flatMap((part, i) =>
    part === facts ? [listedAmount(amounts[i] as string, measures[i] as string)] : [],
  );
  const [first] = own;
  if (!first || own.some((one) => one === null || one.per !== first.per)) return null;
  const mg = own.reduce((sum, one) => sum + (one?.mg ?? 0), 0);
  return { mg: Number(mg.toPrecision(9)), per: first.per };
}

/** The directory says CII where certificates say 2N; contents tell them apart. */
function scheduleFrom(
  stated: ScheduleOrNone | null,
  { rule }: SubstanceFacts,
  byContents: ScheduleOrNone | null,
): ScheduleOrNone | null {
  if (stated === null) return EXEMPTED.has(rule) ? 'none' : null;
  return byContents?.charAt(0) === stated.charAt(0) ? byContents : stated;
}
