import { CountersignError } from '@/lib/base';
import type { Certificate } from '../types';

/** `pfx/several-keys`, with the certificates to choose from: the next try names one by `OpenPfxOptions.certificate`. */
export class SeveralKeysError extends CountersignError {
  constructor(readonly candidates: readonly Certificate[]) {
    super('pfx/several-keys', { count: candidates.length });
  }
}
