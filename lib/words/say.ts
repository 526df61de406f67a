import type { Params } from '@/lib/base';

/** A sentence, or its forms by number; the number is the parameter `count`. */
export type Sentence = string | { readonly one: string; readonly other: string };
export type Catalogue = Readonly<Record<string, Sentence>>;

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type TextOf<S extends Sentence> = S extends string
  ? S
  : S extends { readonly other: infer O extends string }
    ? O
    : never;
type ParamsOf<S extends Sentence> = { readonly [Name in Names<TextOf<S>>]: string | number };
type Arguments<S extends Sentence> = Names<TextOf<S>> extends never ? [] : [params: ParamsOf<S>];

export type Say<C extends Catalogue> = {
  <K extends keyof C & string>(key: K, ...args: Arguments<C[K]>): string;
  /** For keys that are only known at run time, such as error codes. */
  loose(key: keyof C & string, params?: Params): string;
};

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Makes the speaker of a catalogue: fills `{placeholders}`, formats numbers and days by locale, picks the plural form. */
export function createSay<const C extends Catalogue>(catalogue: C, locale = 'en-US'): Say<C> {
  const numbers = new Intl.NumberFormat(locale);
  // A legal day has no zone: formatted as the day that it names.
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const plurals = new Intl.PluralRules(locale);
  const loose = (key: keyof C & string, params: Params = {}): string => {
    const sentence = catalogue[key] as Sentence;
    const text =
      typeof sentence === 'string'
        ? sentence
        : plurals.select(Number(params.count)) === 'one'
          ? sentence.one
          : sentence.other;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (typeof value === 'number') return numbers.format(value);
      return PLAIN_DATE.test(value) ? dates.format(Date.parse(value)) : value;
    });
  };
  const say = (key: keyof C & string, params?: Params) => loose(key, params);
  return Object.assign(say, { loose });
}
