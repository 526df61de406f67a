import { parseArgs } from 'node:util';
import { say } from '@/lib/words/host';
import { browsers, type Browser } from './browsers';
import type { Scope } from './places';

const commands = ['install', 'uninstall', 'status', 'diagnose'] as const;
export type CliCommand = (typeof commands)[number];

export interface Options {
  readonly command: CliCommand;
  /** Null: those that are on this computer. */
  readonly named: readonly Browser[] | null;
  readonly scope: Scope;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export type Wish =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'do'; readonly options: Options };

export function readOptions(args: readonly string[]): Wish {
  const read = parse(args);
  if (typeof read === 'string') return wrong(say('host.usage.option', { detail: read.replace(/\.$/, '') }));
  const { values, positionals } = read;
  const [first, ...rest] = positionals;
  if (values.version) return { kind: 'version' };
  if (values.help || first === 'help') return { kind: 'help' };
  const command = commands.find((one) => one === first);
  if (command === undefined || rest.length > 0)
    return wrong(say('host.usage.command', { value: positionals.join(' ') }));
  const ids = values.browser ?? [];
  const unknown = ids.find((id) => id !== 'all' && !browsers.some((browser) => browser.id === id));
  if (unknown !== undefined) {
    const known = [...browsers.map(({ id }) => id), 'all'].join(', ');
    return wrong(say('host.usage.browser', { value: unknown, known }));
  }
  const named = browsers.filter(({ id }) => ids.includes(id) || ids.includes('all'));
  const { system = false, 'dry-run': dryRun = false, json = false } = values;
  const scope = system ? 'system' : 'user';
  return { kind: 'do', options: { command, named: ids.length > 0 ? named : null, scope, dryRun, json } };
}

function wrong(message: string): Wish {
  return { kind: 'wrong', message };
}

/** Answers the fault in words where the arguments are wrong. */
function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        browser: { type: 'string', multiple: true },
        system: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}
