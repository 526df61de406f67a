import { describe, expect, it } from 'vitest';
import { readFacts, substanceNamed, type TypedProduct } from './read-facts';

const typed = (more: Partial<TypedProduct>): TypedProduct => ({
  ...{ controlled: true, substance: 'oxycodone · 9143', strength: '', size: '', form: '' },
  ...more,
});

describe('readFacts', () => {
  it('takes numbers as people write them, and leaves open what isn’t typed', () => {
    expect(readFacts(typed({ strength: ' 7.5 ', size: '1,000', form: 'tablet' })).facts).toEqual({
      ...{ substanceCode: '9143', strengthMg: 7.5, packageSize: 1000, form: 'tablet', schedule: null },
    });
    expect(readFacts(typed({})).facts).toMatchObject({ strengthMg: null, packageSize: null, form: null });
  });

  it.each(['0', '-5', '5mg', '1e9', '1.2.3', '.', '99999999', 'NaN'])(
    'refuses %s as a strength',
    (strength) => {
      const { facts, faults } = readFacts(typed({ strength }));
      expect(facts).toBeNull();
      expect(faults).toEqual({ substance: false, strength: true, size: false });
    },
  );

  it('knows a substance by name, code or the list, and nothing like one', () => {
    expect(['oxycodone', 'Oxycodone ', '9143', 'oxycodone · 9143'].map(substanceNamed)).toEqual(
      Array(4).fill('9143'),
    );
    expect(['oxy', '', 'water', 'dronabinol'].map(substanceNamed)).toEqual([null, null, null, null]);
    expect(readFacts(typed({ substance: 'oxy' })).faults.substance).toBe(true);
  });

  it('needs nothing for what isn’t controlled', () => {
    expect(readFacts(typed({ controlled: false, strength: 'x' })).facts).toMatchObject({
      ...{ substanceCode: null, schedule: 'none' },
    });
  });
});
