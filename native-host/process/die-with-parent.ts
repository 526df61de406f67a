import koffi from 'koffi';

/** prctl(2) of Linux. */
const SET_DEATH_SIGNAL = 1;
const SET_DUMPABLE = 4;
const SIGKILL = 9;

/**
 * Linux only: a process that holds a token's session dies with the one that started it, even while a module hangs; nobody
 * but root may look into its memory, and a crash leaves no dump. Throws where the system refuses.
 */
export function dieWithParent(): void {
  if (process.platform !== 'linux') return;
  const prctl = koffi
    .load(null)
    .func('int prctl(int option, unsigned long a, unsigned long b, unsigned long c, unsigned long d)');
  for (const [option, value] of [
    [SET_DEATH_SIGNAL, SIGKILL],
    [SET_DUMPABLE, 0],
  ])
    if (prctl(option, value, 0, 0, 0) !== 0) throw new Error(`prctl ${option}`);
}
