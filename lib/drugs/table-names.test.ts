import { describe, expect, it } from 'vitest';
import type { Product } from './product';
import { recogniseProduct } from './recognise-product';
import { substanceTable, type SubstanceFacts } from './table';

function recognise(description: string): Product {
  return recogniseProduct({
    description,
    ndc: null,
    strength: null,
    form: null,
    packageSize: null,
    schedule: null,
  });
}

const namesOf = (facts: SubstanceFacts) =>
  [facts.name, ...facts.synonyms.split('|'), ...facts.brands.flatMap(({ names }) => names.split('|'))].filter(
    (name) => name !== '',
  );
const cases = substanceTable.flatMap((facts) => namesOf(facts).map((name) => ({ facts, name })));

/** How a portal, a file of the FDA and a wholesaler write the same tablet. */
const DRESSES: readonly ((name: string, mg: number) => string)[] = [
  (name, mg) => `${name.toUpperCase()} TAB ${mg}MG 100`,
  (name, mg) => `${name.toUpperCase()} ${mg}MG TB 100@`,
  (name, mg) => `${name} TABLET, FILM COATED ${mg} mg/1 100 ea`,
  (name, mg) => `${name.toUpperCase()} HCL USP ${mg} MG TABLETS, BTL 100`,
  (name, mg) => `${name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}® ${mg} mg tablets, 100 ct`,
];

describe('every name of the table', () => {
  it('is recognised with its strength and package size, however it is dressed', () => {
    const wrong = cases.flatMap(({ facts, name }, row) =>
      // Each strength in another dress, so that all are worn without every pair being tried.
      (facts.strengths.length > 0 ? facts.strengths : [5]).flatMap((mg, i) => {
        const text = DRESSES[(row + i) % DRESSES.length]?.(name, mg) ?? '';
        const { substance, strengthMg, packageSize } = recognise(text);
        const isRight = substance?.name === facts.name && strengthMg === mg && packageSize === 100;
        return isRight ? [] : [`${text}: ${substance?.name} ${strengthMg} mg × ${packageSize}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('is never taken for another substance where it is cut off', () => {
    const wrong = cases.flatMap(({ facts, name }) =>
      Array.from({ length: name.length }, (_, length) => name.slice(0, length + 1)).flatMap((cut) => {
        const { substance } = recognise(`${cut.toUpperCase()} TAB 5MG 100`);
        if (substance === null || substance.name === facts.name) return [];
        // A whole name of the other by then (`FIORINAL` of `FIORINAL W/CODEINE`), or soon.
        const isName = cases.some(
          (other) => other.facts.name === substance.name && name.startsWith(other.name),
        );
        return isName ? [] : [`${cut} of ${name}: ${substance.name}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
