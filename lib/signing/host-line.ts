import { CountersignError } from '@/lib/base';
import { say } from '@/lib/words';
import { endedBecause } from './ended-because';
import type { NativePort } from './native-port';

interface Waiting {
  readonly heard: (message: unknown) => void;
  readonly ended: (error: CountersignError) => void;
}

/** A port on which one message at a time is waited for. */
export interface HostLine {
  /**
   * Does `begin`, then waits `ms` milliseconds for one message. Throws `host/slow` with the words of `step`, and whatever
   * else ended the line, before or meanwhile.
   */
  next(begin: () => void, ms: number, step: string): Promise<unknown>;
  /** Ends the host; whoever waits, and whoever comes later, is told `error`. */
  end(error: CountersignError): void;
}

/** What comes while nothing is waited for is no answer of a host that keeps the protocol: it ends the line. */
export function createHostLine(port: NativePort): HostLine {
  let waiting: Waiting | null = null;
  let over: CountersignError | null = null;

  function end(error: CountersignError): void {
    if (over) return;
    over = error;
    port.close();
    waiting?.ended(error);
  }
  port.onMessage((message) => {
    if (waiting) waiting.heard(message);
    else end(new CountersignError('host/garbled', { detail: say('host.step.unasked') }));
  });
  port.onDisconnect((reason) => end(endedBecause(reason)));

  return {
    end,
    next: (begin, ms, step) =>
      new Promise((resolve, reject) => {
        if (over) {
          reject(over);
          return;
        }
        const timer = setTimeout(() => end(new CountersignError('host/slow', { step })), ms);
        const done = () => {
          clearTimeout(timer);
          waiting = null;
        };
        waiting = {
          heard: (message) => {
            done();
            resolve(message);
          },
          ended: (error) => {
            done();
            reject(error);
          },
        };
        try {
          begin();
        } catch (cause) {
          // A port refuses what is posted once its host is gone, also before it has told so.
          end(new CountersignError('host/crashed', {}, { cause }));
        }
      }),
  };
}
