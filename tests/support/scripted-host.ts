import { PROTOCOL, type CommandValue, type HostRequest, type HostToken } from '@/lib/host';
import type { NativeDoor } from '@/lib/signing';

export const hello = {
  hello: 'countersign-host',
  protocol: PROTOCOL,
  version: '1.2.3',
  platform: 'linux',
  arch: 'x64',
};

/** One process of a host that does what a test says. */
export interface ScriptedHost {
  say(message: unknown): void;
  answer(request: HostRequest, value: unknown): void;
  refuse(request: HostRequest, code: string, params?: Record<string, string | number>): void;
  /** As the browser tells that the process is gone. */
  end(reason: string | null): void;
  /** What was posted, as a browser passes it on: a copy made at once. */
  readonly heard: HostRequest[];
  /** The very objects that were posted. */
  readonly posted: object[];
  readonly closed: boolean;
}

interface Script {
  /** Whether it was allowed; true where it isn't said. */
  readonly allowed?: boolean;
  /** Begins with a hello where it isn't said. */
  readonly start?: (host: ScriptedHost) => void;
  readonly asked?: (request: HostRequest, host: ScriptedHost) => void;
}

/** A door to native hosts that are not there; each connection is one more host. */
export function scriptedDoor({ allowed = true, start = (host) => host.say(hello), asked }: Script = {}) {
  const hosts: ScriptedHost[] = [];
  const door: NativeDoor = {
    mayConnect: () => Promise.resolve(allowed),
    connect() {
      let hear: (message: unknown) => void = () => undefined;
      let ended: (reason: string | null) => void = () => undefined;
      let closed = false;
      const host: ScriptedHost = {
        say: (message) => closed || hear(structuredClone(message)),
        answer: ({ id }, value) => host.say({ id, ok: true, value }),
        refuse: ({ id }, code, params = {}) => host.say({ id, ok: false, fault: { code, params } }),
        end(reason) {
          if (closed) return;
          closed = true;
          ended(reason);
        },
        heard: [],
        posted: [],
        get closed() {
          return closed;
        },
      };
      hosts.push(host);
      queueMicrotask(() => start(host));
      return {
        post(message) {
          if (closed) throw new Error('Attempting to use a disconnected port object');
          const request = structuredClone(message) as HostRequest;
          host.heard.push(request);
          host.posted.push(message);
          queueMicrotask(() => asked?.(request, host));
        },
        onMessage: (listener) => (hear = listener),
        onDisconnect: (listener) => (ended = listener),
        close: () => (closed = true),
      };
    },
  };
  return { door, hosts };
}

export const flags: HostToken['flags'] = {
  initialized: true,
  loginRequired: true,
  pinPad: false,
  pinFewLeft: false,
  pinLastTry: false,
  pinLocked: false,
  pinMustChange: false,
};

export const loggedIn: CommandValue<'login'> = { flags, pinPerSignature: false };
export const tokenName = { serial: '0a1b', label: 'Dana', manufacturer: 'Example', model: 'One' };
