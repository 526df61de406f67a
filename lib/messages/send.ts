import { CountersignError } from '@/lib/base/light';
import type { Answer, ToBackground, Wire } from './protocol';

/** The sending half of `browser.runtime`, injected so that rooms stay free of the browser. */
export type Transport = (wire: Wire) => Promise<unknown>;

/** Makes the typed sender of one context. `version` is the build's; an older script's messages are refused. */
export function createSender(transport: Transport, version: string) {
  return async function send<N extends keyof ToBackground>(
    name: N,
    payload: ToBackground[N]['payload'],
  ): Promise<ToBackground[N]['answer']> {
    const answer = (await transport({ countersign: version, name, payload })) as
      Answer<ToBackground[N]['answer']> | undefined;
    if (!answer) throw new CountersignError('internal/unexpected', { detail: 'no answer' });
    if (!answer.ok) throw new CountersignError(answer.fault.code, answer.fault.params);
    return answer.value;
  };
}

export type Send = ReturnType<typeof createSender>;
