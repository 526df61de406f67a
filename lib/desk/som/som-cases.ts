import type { DeskPorts } from '../ports';
import { increaseCases } from './increase';
import { increaseCsv } from './increase-csv';
import { somPictures } from './order-pictures';
import { somOverview } from './overview';
import { ratioCases } from './ratios';
import { setLimit } from './set-limit';
import { somSubstance } from './substance';
import type { SomCases } from './views';

/** What the pharmacy's own figures say. */
export function somCases(ports: DeskPorts): SomCases {
  return {
    somOverview: somOverview(ports),
    somSubstance: somSubstance(ports),
    somPictures: somPictures(ports),
    setLimit: setLimit(ports),
    ...increaseCases(ports),
    increaseCsv,
    ...ratioCases(ports),
  };
}
