import { guarded } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { MonitoringReads } from './monitoring-reads';
import { readDispensed } from './read-dispensed';
import { readMonths } from './read-months';
import { readPasts, runningSubstances } from './read-pasts';
import { readUnrecognised } from './read-unrecognised';
import { unrecognisedWithNdc } from './unrecognised-with-ndc';

/** What monitoring reads. */
export function monitoringReads(db: ArchiveDatabase): MonitoringReads {
  return {
    pasts: (codes, today) => guarded(() => readPasts(db, codes, today)),
    months: (code, from, to) => guarded(() => readMonths(db, code, from, to)),
    runningSubstances: (since) => guarded(() => runningSubstances(db, since)),
    unknownProducts: (limit) => guarded(() => readUnrecognised(db, limit)),
    unknownWithNdc: () => unrecognisedWithNdc(db),
    dispensed: (from, to) => guarded(() => readDispensed(db, from, to)),
  };
}
