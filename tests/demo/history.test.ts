import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { baseMgOf, recogniseProduct } from '@/lib/drugs';
import { demoHistory } from './history';

const today = '2026-11-22' as PlainDate;
const text = demoHistory({ today, seed: 7 });
const rows = Papa.parse<Record<string, string>>(text, { header: true }).data;

describe('demoHistory', () => {
  it('is the same for the same seed and another for another', () => {
    expect(demoHistory({ today, seed: 7 })).toBe(text);
    expect(demoHistory({ today, seed: 8 })).not.toBe(text);
  });

  it('holds two years of orders at three suppliers before today', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1200);
    expect(rows.length).toBeLessThanOrEqual(2000);
    expect(new Set(rows.map((row) => row.supplier))).toEqual(new Set(['meridian', 'harbor', 'cascade']));
    expect(rows.every((row) => row.date !== undefined && row.date < today && row.date >= '2024-11-22')).toBe(
      true,
    );
  });

  it('names only products whose amount of base drug is known', () => {
    const unknown = rows.filter((row) => {
      const product = recogniseProduct({
        description: row.product ?? '',
        ndc: row.ndc ?? null,
        strength: null,
        form: null,
        packageSize: row.package_size ?? null,
        schedule: null,
      });
      return baseMgOf(product, Number(row.packages)) === null || product.contradictions.length > 0;
    });
    expect(unknown.map((row) => row.product)).toEqual([]);
  });
});
