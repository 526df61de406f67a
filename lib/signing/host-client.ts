import { CountersignError, limits, oneAtATime } from '@/lib/base';
import {
  answerSchema,
  asksAtKeypad,
  commands,
  legMs,
  type Command,
  type CommandParams,
  type CommandValue,
  type HostAnswer,
} from '@/lib/host';
import { say } from '@/lib/words';
import * as v from 'valibot';
import type { HostLine } from './host-line';
import type { NativePort } from './native-port';

/** A native host that is running and said hello. */
export interface HostClient {
  readonly version: string;
  /**
   * Asks one command and answers its value. Several at once wait for each other, since the host does one thing at a time.
   * A PIN among the parameters is overwritten once it is on its way. Throws what the host answers, and `host/slow`,
   * `host/garbled`, `host/crashed`, after which the host is ended.
   */
  ask<C extends Command>(command: C, params: CommandParams<C>): Promise<CommandValue<C>>;
  /** Ends the host: its process, the token's session and whatever it held. What still waits throws `host/crashed`. */
  close(): void;
}

export function createHostClient(port: NativePort, line: HostLine, version: string): HostClient {
  const inTurn = oneAtATime();
  let asked = 0;
  let keypad = false;

  async function ask<C extends Command>(command: C, params: CommandParams<C>): Promise<CommandValue<C>> {
    const id = (asked += 1);
    const step = say.loose(`host.step.${command}`);
    const garbled = () => {
      const error = new CountersignError('host/garbled', { detail: step });
      line.end(error);
      return error;
    };
    const ms = legMs(command, params, keypad) + limits.hostMarginMs;
    const post = () => {
      port.post({ id, command, params });
      wipePin(params);
    };
    const answer = v.safeParse(answerSchema, await line.next(post, ms, step));
    if (!answer.success || !isFor(answer.output, id)) throw garbled();
    if (!answer.output.ok) throw new CountersignError(answer.output.fault.code, answer.output.fault.params);
    const value = v.safeParse(commands[command].value, answer.output.value);
    if (!value.success) throw garbled();
    if (command === 'login')
      keypad = asksAtKeypad(params as CommandParams<'login'>, value.output as CommandValue<'login'>);
    return value.output;
  }

  return {
    version,
    ask: (command, params) => inTurn(() => ask(command, params).finally(() => wipePin(params))),
    close: () => line.end(new CountersignError('host/crashed')),
  };
}

/** A fault without a number is about the one request that is under way. */
function isFor(answer: HostAnswer, id: number): boolean {
  return answer.id === id || (answer.id === null && !answer.ok);
}

function wipePin(params: CommandParams<Command>): void {
  if ('pin' in params) params.pin?.fill(0);
}
