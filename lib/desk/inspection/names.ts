import type { Params } from '@/lib/base';
import type { Described } from '@/lib/order';
import { say } from '@/lib/words';

/** The archive names people by id; who reads a pack needs names. */
export interface Names {
  of(personId: string): string;
  /** For texts that hold a name, or a person's id. */
  orText(idOrName: string): string;
  /** A sentence of a timeline. */
  say(described: Described): string;
}

const PEOPLE = ['countedBy', 'verifiedBy', 'signedBy'] as const;

export function namesOf(people: readonly { readonly id: string; readonly name: string }[]): Names {
  const known = new Map(people.map(({ id, name }) => [id, name]));
  const named = (params: Params): Params => {
    const found = PEOPLE.filter((key) => known.has(String(params[key])));
    return {
      ...params,
      ...Object.fromEntries(found.map((key) => [key, known.get(String(params[key])) ?? ''])),
    };
  };
  return {
    of: (personId) => known.get(personId) ?? say('who.system'),
    orText: (idOrName) => known.get(idOrName) ?? idOrName,
    say: ({ sentence, params }) => say.loose(sentence, named(params)),
  };
}
