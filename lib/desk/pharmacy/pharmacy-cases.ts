import type { DeskPorts } from '../ports';
import { dutyCases } from './duty-cases';
import { enrolmentCases } from './enrolment-cases';
import { locationCases } from './location-cases';
import { poaCases } from './poa-cases';
import { retentionCases } from './retention-cases';
import { settingsCases } from './settings-cases';
import { staffCases } from './staff-cases';
import type { PharmacyCases } from './views';

export function pharmacyCases(ports: DeskPorts): PharmacyCases {
  return {
    ...locationCases(ports),
    ...staffCases(ports),
    ...poaCases(ports),
    ...dutyCases(ports),
    ...settingsCases(ports),
    ...retentionCases(ports),
    ...enrolmentCases(ports),
  };
}
