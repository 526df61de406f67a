import { CountersignError } from '@/lib/base';
import { commands, requestSchema, type Command, type CommandParams } from '@/lib/host';
import * as v from 'valibot';
import { parseBody } from '../frames';
import { wipePin } from './wipe-pin';

export type Request = {
  readonly [C in Command]: { readonly id: number; readonly command: C; readonly params: CommandParams<C> };
}[Command];

/** A request, or the fault to answer with; `id` null where it couldn't be read so far as to know which it was. */
export type RequestOrFault = Request | { readonly id: number | null; readonly error: CountersignError };

const idSchema = v.object({ id: requestSchema.entries.id });

/** Checks a message by the protocol's own schemas: nothing that they don't name gets any further (attacks.md 96). */
export function readRequest(body: Uint8Array): RequestOrFault {
  let raw: unknown;
  try {
    raw = parseBody(body);
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return { id: null, error };
  }
  const known = v.safeParse(idSchema, raw);
  const id = known.success ? known.output.id : null;
  const refused = (detail: string) => ({ id, error: new CountersignError('input/malformed', { detail }) });
  try {
    const request = v.safeParse(requestSchema, raw);
    if (!request.success) return refused('request');
    const { command } = request.output;
    if (!isCommand(command)) return refused('command');
    const params = v.safeParse(commands[command].params, request.output.params);
    if (!params.success) return refused(command);
    return { id: request.output.id, command, params: params.output } as Request;
  } finally {
    wipePin(raw);
  }
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(commands, name);
}
