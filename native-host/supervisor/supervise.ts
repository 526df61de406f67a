import { CountersignError, limits } from '@/lib/base';
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
import * as v from 'valibot';
import { frameOf, parseBody, readFrames } from '../frames';
import type { ChildLink } from './child-link';

/** What needs a vendor's module. */
export type ModuleCommand = Exclude<Command, 'clock' | 'diagnose'>;

export interface Supervisor {
  /**
   * One request at a time. Throws `token/module-hangs` when its leg's time is over (the child is killed),
   * `token/module-crashed` when the child died, or what the child answered. After a death the next request starts a new
   * child, in which nobody is logged in.
   */
  ask<C extends ModuleCommand>(command: C, params: CommandParams<C>): Promise<CommandValue<C>>;
  /**
   * Lets a child that is at nothing log out of its token, then kills whatever is left. A card whose reader stays open to
   * other programs remembers a PIN longer than the process that presented it.
   */
  farewell(): Promise<void>;
  /** Kills the child, and with it the token's session and whatever PIN it held. */
  end(): void;
}

/** Over the child's own time to part with its module (`limits.tokenFarewellMs`); browsers end a host after two seconds. */
const FAREWELL_MS = limits.tokenFarewellMs + 400;

interface Running {
  readonly link: ChildLink;
  /** Settles once it answers no more. */
  ended: Promise<void>;
  /** Set while an answer is awaited. */
  pending: { readonly id: number; settle(answer: HostAnswer | CountersignError): void } | null;
  /** The key wants a PIN before each signature, and it is entered at the token's keypad. */
  keypad: boolean;
}

/** How long a command is given, in milliseconds. */
export type LegOf = <C extends ModuleCommand>(
  command: C,
  params: CommandParams<C>,
  keypad: boolean,
) => number;

/** Keeps the process that loads the PKCS#11 module: starts it when it is first needed, times it, kills it. */
export function supervise(start: () => ChildLink, legOf: LegOf = legMs): Supervisor {
  let running: Running | null = null;
  let lastId = 0;

  const drop = (child: Running, why: CountersignError) => {
    if (running === child) running = null;
    child.link.kill();
    child.pending?.settle(why);
  };

  const began = (): Running => {
    const child: Running = { link: start(), ended: Promise.resolve(), pending: null, keypad: false };
    running = child;
    child.ended = listen(child).then((why) => {
      drop(child, why);
    });
    return child;
  };

  const end = () => {
    if (running !== null) drop(running, new CountersignError('token/module-crashed'));
  };

  return {
    end,
    async farewell() {
      if (running?.pending === null) {
        running.link.requests.end();
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, FAREWELL_MS);
        });
        await Promise.race([running.ended, late]);
        clearTimeout(timer);
      }
      end();
    },
    async ask(command, params) {
      const child = running ?? began();
      if (child.pending !== null) throw new CountersignError('host/busy');
      const id = ++lastId;
      const answer = await new Promise<HostAnswer | CountersignError>((resolve) => {
        const timer = setTimeout(
          () => {
            drop(child, new CountersignError('token/module-hangs'));
          },
          legOf(command, params, child.keypad),
        );
        child.pending = {
          id,
          settle: (outcome) => {
            clearTimeout(timer);
            child.pending = null;
            resolve(outcome);
          },
        };
        send(child.link, { id, command, params });
      });
      if (answer instanceof CountersignError) throw answer;
      if (!answer.ok) throw new CountersignError(answer.fault.code, answer.fault.params);
      const value = v.safeParse(commands[command].value, answer.value);
      if (!value.success) {
        const why = new CountersignError('host/garbled', { detail: command });
        drop(child, why);
        throw why;
      }
      if (command === 'login')
        child.keypad = asksAtKeypad(params as CommandParams<'login'>, value.output as CommandValue<'login'>);
      return value.output;
    },
  };
}

/** The frame may hold a PIN: it is overwritten once the pipe has taken it. */
function send({ requests }: ChildLink, message: unknown): void {
  const frame = frameOf(message);
  requests.write(frame, () => frame.fill(0));
}

/** Hands answers over until there are none, or until one can't be understood; says why it ended. Never rejects. */
async function listen(child: Running): Promise<CountersignError> {
  try {
    for await (const frame of readFrames(child.link.answers, limits.hostAnswerMaxBytes)) {
      const answer = frame.kind === 'message' ? v.safeParse(answerSchema, parseBody(frame.body)) : null;
      if (!answer?.success || child.pending === null || answer.output.id !== child.pending.id)
        return new CountersignError('host/garbled', { detail: 'module' });
      child.pending.settle(answer.output);
    }
  } catch (error) {
    if (error instanceof CountersignError) return new CountersignError('host/garbled', { detail: 'module' });
  }
  return new CountersignError('token/module-crashed');
}
