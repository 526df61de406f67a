import { parseArgs } from 'node:util';
import { parseDeaNumber } from '@/lib/base';
import { say } from '@/lib/words/verifier';
import { VerifierError } from '../verifier-error';

export interface Options {
  readonly orders: readonly string[];
  readonly roots: readonly string[];
  readonly authorities: readonly string[];
  readonly crls: readonly string[];
  readonly content: string | null;
  readonly receivedAt: Date | null;
  readonly supplierDea: string | null;
  readonly seen: string | null;
  readonly json: boolean;
}

export type Wish =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'verify'; readonly options: Options };

const many = { type: 'string', multiple: true } as const;
const one = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const known = {
  root: many,
  ca: many,
  crl: many,
  content: one,
  received: one,
  supplier: one,
  seen: one,
  json: flag,
  help: { ...flag, short: 'h' },
  version: flag,
} as const;

/** A moment with its zone: a time without one would be another moment on another machine. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads the command line (without node and script). Throws `VerifierError` with what is wrong. */
export function readOptions(args: readonly string[], now: number): Wish {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...orders] = positionals;
  if (command === undefined) throw new VerifierError(say('verify.error.no-command'));
  if (command !== 'verify') throw new VerifierError(say('verify.error.command', { value: command }));
  if (orders.length === 0) throw new VerifierError(say('verify.error.no-order'));
  const roots = values.root ?? [];
  if (roots.length === 0) throw new VerifierError(say('verify.error.no-root'));
  if (values.content !== undefined && orders.length !== 1)
    throw new VerifierError(say('verify.error.content-of-several'));
  if (values.supplier !== undefined && parseDeaNumber(values.supplier) === null)
    throw new VerifierError(say('verify.error.supplier', { value: values.supplier }));
  return {
    kind: 'verify',
    options: {
      orders,
      roots,
      authorities: values.ca ?? [],
      crls: values.crl ?? [],
      content: values.content ?? null,
      receivedAt: values.received === undefined ? null : readMoment(values.received, now),
      supplierDea: values.supplier ?? null,
      seen: values.seen ?? null,
      json: values.json ?? false,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const message = error.message.split('. ')[0] ?? error.message;
    throw new VerifierError(say('verify.error.option', { message: `${message}.` }), { cause: error });
  }
}

function readMoment(text: string, now: number): Date {
  const moment = new Date(MOMENT.test(text) ? text : Number.NaN);
  const time = moment.getTime();
  if (Number.isNaN(time)) throw new VerifierError(say('verify.error.received', { value: text }));
  if (time > now)
    throw new VerifierError(
      say('verify.error.received-later', { value: text, now: new Date(now).toISOString() }),
    );
  return moment;
}
