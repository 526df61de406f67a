import { Socket } from 'node:net';
import { runChild } from '../pkcs11/child';
import { ANSWERS_FD } from './child-argument';
import { dieWithParent } from './die-with-parent';

/** The process that loads a vendor's module; it ends when nobody asks any more. Answers the exit code. */
export async function runModuleProcess(args: readonly string[]): Promise<number> {
  dieWithParent();
  // Started by hand it answers on stdout.
  const byHand = args.length === 0;
  await runChild(
    process.stdin,
    byHand ? process.stdout : new Socket({ fd: ANSWERS_FD, readable: false, writable: true }),
  );
  return 0;
}
