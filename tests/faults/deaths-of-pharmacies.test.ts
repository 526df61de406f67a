import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { archiveActs, keyActs, monitoringActs, peopleActs, productActs, setUpActs } from './acts';
import { theyDieWell } from './dies-well';

vi.mock('@/lib/base', async (original) => (await import('./few-rounds')).withFewRounds(await original()));

theyDieWell('people', peopleActs);
theyDieWell('set-up', setUpActs);
theyDieWell('products', productActs);
theyDieWell('monitoring', monitoringActs);
theyDieWell('keys', keyActs);
theyDieWell('archive', archiveActs);
