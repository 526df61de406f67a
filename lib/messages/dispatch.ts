import { CountersignError, faultOf } from '@/lib/base';
import * as v from 'valibot';
import type { Answer, SenderKind, ToBackground } from './protocol';
import { messageTable } from './table';

export type Handlers<Sender> = {
  readonly [N in keyof ToBackground]: (
    payload: ToBackground[N]['payload'],
    sender: Sender,
  ) => Promise<ToBackground[N]['answer']>;
};

const wireSchema = v.object({ countersign: v.string(), name: v.string(), payload: v.unknown() });

/**
 * The receiving half in the background: version, then who sends, then form, then the handler; every failure becomes an
 * answer with its fault. Null: not a message of ours.
 */
export function createDispatcher<Sender>(
  version: string,
  kindOf: (sender: Sender) => Promise<SenderKind | null>,
  handlers: Handlers<Sender>,
  onUnexpected: (error: unknown) => void,
) {
  return function dispatch(message: unknown, sender: Sender): Promise<Answer<unknown>> | null {
    const wire = v.safeParse(wireSchema, message);
    if (!wire.success) return null;
    const { countersign, name, payload } = wire.output;
    const handle = async (): Promise<unknown> => {
      if (!Object.hasOwn(messageTable, name)) throw new CountersignError('message/malformed');
      const known = name as keyof ToBackground;
      if (countersign !== version) throw new CountersignError('message/version-mismatch');
      if ((await kindOf(sender)) !== messageTable[known].from)
        throw new CountersignError('message/forbidden-sender');
      const checked = v.safeParse(messageTable[known].schema, payload);
      if (!checked.success) throw new CountersignError('message/malformed');
      return (handlers[known] as (payload: unknown, sender: Sender) => Promise<unknown>)(
        checked.output,
        sender,
      );
    };
    return handle().then(
      (value): Answer<unknown> => ({ ok: true, value }),
      (error: unknown): Answer<unknown> => {
        const fault = faultOf(error);
        if (fault.code === 'internal/unexpected') onUnexpected(error);
        return { ok: false, fault };
      },
    );
  };
}
