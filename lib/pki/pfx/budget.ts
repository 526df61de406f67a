import { CountersignError, limits } from '@/lib/base';
import { DerError } from '../der/der-error';

/** Counts the rounds of key derivation that a file asks for; refuses before any round beyond the limit is done. */
export class Budget {
  private spent = 0;

  spend(iterations: number): void {
    if (!(iterations >= 1)) throw new DerError(`${iterations} iterations`);
    this.spent += iterations;
    if (this.spent > limits.pfxMaxIterations)
      throw new CountersignError('pfx/too-many-iterations', { iterations });
  }
}
