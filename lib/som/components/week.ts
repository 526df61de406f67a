import { calibrations } from '../calibrations';
import { windowComponent } from './window-component';

/** Seven days: where an order split over suppliers or over days shows first (improves on som.md 3, see docs/som.md). */
export const week = windowComponent(
  { days: 7, words: { units: 'som.week', thisStrength: 'som.weekThisStrength', mg: 'som.weekMg' } },
  { id: 'week', aspect: 'total', weight: 1.2, minOrders: 6, calibration: calibrations.week },
);
