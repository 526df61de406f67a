import { setImmediate as turn } from 'node:timers/promises';
import type { Hello, HostToken } from '@/lib/host';
import { FrameParser, parseBody } from '../../frames';
import { serve, type Handlers } from '../../server';

export const hello: Hello = {
  hello: 'countersign-host',
  protocol: 1,
  version: '0.0.0',
  platform: 'test',
  arch: 'test',
};

const flags: HostToken['flags'] = {
  initialized: true,
  loginRequired: true,
  pinPad: false,
  pinFewLeft: false,
  pinLastTry: false,
  pinLocked: false,
  pinMustChange: false,
};

/** Handlers of a host without any token. */
export const idle = {
  flags,
  handlers: {
    modules: () => Promise.resolve({ modules: [] }),
    tokens: () => Promise.resolve({ tokens: [] }),
    login: () => Promise.resolve({ flags, pinPerSignature: false }),
    sign: () => Promise.resolve({ signature: '' }),
    logout: () => Promise.resolve({}),
    clock: () => Promise.resolve({ readings: [] }),
    diagnose: () => Promise.resolve({ checks: [] }),
  } satisfies Handlers,
};

/** Everything that a host says when it hears `chunks`, each once the one before was answered. */
export async function conversation(chunks: readonly Uint8Array[], handlers: Partial<Handlers> = {}) {
  const parser = new FrameParser(2 ** 26);
  const said: unknown[] = [];
  const asked: string[] = [];
  const all = { ...idle.handlers, ...handlers };
  const counted = Object.fromEntries(
    Object.entries(all).map(([command, handle]) => [
      command,
      (params: never) => {
        asked.push(command);
        return handle(params);
      },
    ]),
  ) as unknown as Handlers;
  async function* input() {
    for (const chunk of chunks) {
      yield new Uint8Array(chunk);
      await turn();
    }
    await turn();
  }
  const write = (frame: Uint8Array) => {
    for (const one of parser.push(new Uint8Array(frame))) {
      if (one.kind !== 'message') throw new Error(`The host said ${one.kind}`);
      said.push(parseBody(one.body));
    }
  };
  const ended = await serve({ input: input(), write }, hello, counted);
  return { said, ended, asked };
}
