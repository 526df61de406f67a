import { CountersignError, limits } from '@/lib/base';
import type { Hello, HostAnswer } from '@/lib/host';
import { frameOf, readFrames } from '../frames';
import { faultFor } from './fault-for';
import type { Handlers } from './handlers';
import { readRequest, type Request } from './read-request';
import { wipePin } from './wipe-pin';

export interface Wire {
  /** Chunks as they come; overwritten once read. */
  readonly input: AsyncIterable<Uint8Array>;
  write(frame: Uint8Array): void;
}

/**
 * Says hello (the host's own child doesn't), then answers one request at a time until the input ends, or can no longer be
 * understood. Whatever comes is answered: with a value, or with a fault (attacks.md 95). Answers whether the input ended by
 * itself.
 */
export async function serve(
  wire: Wire,
  hello: Hello | null,
  handlers: Handlers,
): Promise<'ended' | 'unreadable'> {
  if (hello !== null) wire.write(frameOf(hello));
  const answer = (message: HostAnswer) => {
    wire.write(sendable(message));
  };
  let busy = false;
  for await (const frame of readFrames(wire.input, limits.hostRequestMaxBytes)) {
    if (frame.kind !== 'message') {
      const error = new CountersignError('host/message-too-large', { bytes: frame.bytes });
      answer({ id: null, ok: false, fault: faultFor(error) });
      if (frame.kind === 'unreadable') return 'unreadable';
      continue;
    }
    const request = readRequest(frame.body);
    if ('error' in request) answer({ id: request.id, ok: false, fault: faultFor(request.error) });
    else if (busy) {
      wipePin(request);
      answer({ id: request.id, ok: false, fault: { code: 'host/busy', params: {} } });
    } else {
      busy = true;
      void answered(request, handlers).then((message) => {
        busy = false;
        answer(message);
      });
    }
  }
  return 'ended';
}

/** Never rejects. */
async function answered(request: Request, handlers: Handlers): Promise<HostAnswer> {
  try {
    return { id: request.id, ok: true, value: await dispatch(request, handlers) };
  } catch (error) {
    return { id: request.id, ok: false, fault: faultFor(error) };
  } finally {
    wipePin(request);
  }
}

function dispatch({ command, params }: Request, handlers: Handlers): Promise<unknown> {
  const handle = handlers[command] as (given: typeof params) => Promise<unknown>;
  return handle(params);
}

/** Browsers end a host whose answer is too long; whoever asked is told instead. */
function sendable(message: HostAnswer): Uint8Array {
  const frame = frameOf(message);
  const bytes = frame.length - 4;
  if (bytes <= limits.hostAnswerMaxBytes) return frame;
  const fault = faultFor(new CountersignError('host/message-too-large', { bytes }));
  return frameOf({ id: message.id, ok: false, fault } satisfies HostAnswer);
}
