import { calibrations } from '../calibrations';
import { windowComponent } from './window-component';

/** Thirty days, as wholesalers count them (som.md 3). */
export const volume = windowComponent(
  { days: 30, words: { units: 'som.volume', thisStrength: 'som.volumeThisStrength', mg: 'som.volumeMg' } },
  { id: 'volume', aspect: 'total', weight: 0.8, minOrders: 6, calibration: calibrations.volume },
);
