import { calibrations } from '../calibrations';
import { usualMg } from '../usual';
import type { SomComponent } from './component';

const LEAST_SHARE = 0.3;
const MOST_TIMES = 2;

/** A strength never bought here, weighed by how much of it and by how long others were bought (som.md 3). */
export const newStrength: SomComponent = {
  id: 'newStrength',
  aspect: 'product',
  weight: 1.3,
  minOrders: 6,
  calibration: calibrations.newStrength,
  measure({ byStrength }, past) {
    const news = [...byStrength].filter(([strength]) => !past.strengthsMg.includes(strength));
    // Without any known strength in the past, none can be called new.
    if (news.length === 0 || past.strengthsMg.length === 0) return null;
    const share = news.reduce((sum, [, mg]) => sum + mg, 0) / usualMg(past);
    return {
      value: Math.log10(past.count + 2) * Math.min(MOST_TIMES, Math.max(LEAST_SHARE, share)),
      sentence: 'som.newStrength',
      params: { strength: news.map(([strength]) => strength).join(', '), count: past.count },
    };
  },
};
