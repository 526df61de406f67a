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

/** Makes the speaker of a catalogue: fills `{placeholders}`, formats numbers by locale, picks the plural form. */
export function createSay<const C extends Catalogue>(catalogue: C, locale = 'en-US'): Say<C> {
  const numbers = new Intl.NumberFormat(locale);
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
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });
  };
  const say = (key: keyof C & string, params?: Params) => loose(key, params);
  return Object.assign(say, { loose });
}
