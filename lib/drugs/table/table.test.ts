import { describe, expect, it } from 'vitest';
import { tokensOf } from '../fold-text';
import { partners, substanceTable } from './index';

describe('the table of substances', () => {
  it('gives every substance a DEA code, and a code one schedule', () => {
    const schedules = new Map<string, Set<string>>();
    for (const { code, schedule } of substanceTable)
      schedules.set(code, (schedules.get(code) ?? new Set()).add(schedule));
    expect([...schedules].filter(([code, found]) => !/^\d{4}$/.test(code) || found.size !== 1)).toEqual([]);
  });

  it('uses no name for two substances, nor for a substance and a partner', () => {
    const owners = new Map<string, Set<string>>();
    const claim = (name: string, owner: string) => {
      const key = tokensOf(name).join(' ');
      if (key !== '') owners.set(key, (owners.get(key) ?? new Set()).add(owner));
    };
    for (const facts of substanceTable) {
      for (const name of `${facts.name}|${facts.synonyms}|${facts.besidePartner}`.split('|'))
        claim(name, facts.name);
      for (const brand of facts.brands) for (const name of brand.names.split('|')) claim(name, facts.name);
    }
    for (const partner of partners)
      for (const name of `${partner.name}|${partner.synonyms}`.split('|')) claim(name, partner.name);
    expect(
      [...owners].filter(([, found]) => found.size > 1).map(([name, found]) => [name, ...found]),
    ).toEqual([]);
  });

  it('knows every partner and salt that a trade name implies', () => {
    const known = new Set(partners.map(({ name }) => name));
    const substances = new Set(substanceTable.map(({ name }) => name));
    const unknown = substanceTable.flatMap(({ brands, salts }) =>
      brands.flatMap((brand) => [
        ...brand.partners.filter((name) => !known.has(name) && !substances.has(name)),
        ...(brand.salt !== null && !(brand.salt in salts) ? [brand.salt] : []),
      ]),
    );
    expect(unknown).toEqual([]);
  });

  it('states salt factors as shares of base', () => {
    const factors = substanceTable.flatMap(({ salts }) => Object.values(salts));
    expect(factors.filter((factor) => !(factor > 0.4 && factor <= 1))).toEqual([]);
  });
});
