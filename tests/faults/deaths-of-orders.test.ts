import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { besideActs, orderActs, signingActs } from './acts';
import { theyDieWell } from './dies-well';

vi.mock('@/lib/base', async (original) => (await import('./few-rounds')).withFewRounds(await original()));

theyDieWell('orders', orderActs);
theyDieWell('signing', signingActs);
theyDieWell('records', besideActs);
