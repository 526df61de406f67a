import { systemClock } from '@/lib/base';
import { say } from '@/lib/words/verifier';
import { VerifierError } from '../verifier-error';
import { version } from '../version';
import { exitCodeOf, exitCodes } from './exit-codes';
import { humanReport, type Paint } from './human-report';
import { countOutcomes, jsonReport } from './json-report';
import { readOptions } from './options';
import { verifyFiles, type Run } from './verify-files';
import { visibleText } from './visible-text';

/** A place for text; `isTTY` where a person looks at it. */
export interface Sink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const COLOURS = { good: 32, bad: 31, open: 33, quiet: 2 } as const;
const plain: Paint = (_, text) => text;
const coloured: Paint = (tone, text) => `\u001b[${COLOURS[tone]}m${text}\u001b[0m`;

/** Runs the command and answers its exit code. `args` without node and script. */
export async function main(
  args: readonly string[],
  { out, err, noColour }: { readonly out: Sink; readonly err: Sink; readonly noColour: boolean },
): Promise<number> {
  try {
    const wish = readOptions(args, systemClock.now());
    if (wish.kind === 'help') return tell(out, say('verify.usage'));
    if (wish.kind === 'version') return tell(out, version);
    const run = await verifyFiles(wish.options, (done, count) => {
      if (err.isTTY && count > 1)
        err.write(`\r${say('verify.progress', { done, count })}${done === count ? '\n' : ''}`);
    });
    if (wish.options.json) out.write(jsonReport(run, { version, now: systemClock.now() }));
    else out.write(report(run, out.isTTY && !noColour ? coloured : plain));
    return exitCodeOf(run.results.map(({ outcome }) => outcome));
  } catch (error) {
    if (!(error instanceof VerifierError)) throw error;
    err.write(`${visibleText(say('verify.error', { message: error.message }))}\n`);
    return exitCodes.unusable;
  }
}

function tell(out: Sink, text: string): number {
  out.write(`${text}\n`);
  return exitCodes.valid;
}

function report({ trust, results }: Run, paint: Paint): string {
  const roots = trust.roots.map((sha256) => say('verify.root', { sha256 }));
  const parts = [
    say('verify.nature', { version }),
    ...roots,
    '',
    ...results.map((one) => humanReport(one, paint)),
  ];
  if (results.length > 1)
    parts.push(say('verify.sum', countOutcomes(results.map(({ outcome }) => outcome))), '');
  return parts.join('\n');
}
