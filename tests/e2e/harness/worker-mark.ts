import { randomUUID } from 'node:crypto';
import type { CDPSession } from '@playwright/test';

/** A service worker's life, known by a value that only its own global scope holds: a successor has an empty one. */
export interface WorkerMark {
  /** True while the marked worker itself runs under one of these targets, whoever else runs there. */
  isIn(targetIds: readonly string[]): Promise<boolean>;
}

const NAME = 'countersignMark';

/** Marks the workers that run under these targets of the browser. */
export async function markWorkers(browser: CDPSession, targetIds: readonly string[]): Promise<WorkerMark> {
  const mark = randomUUID();
  for (const targetId of targetIds) await evaluate(browser, targetId, `globalThis.${NAME} = '${mark}'`);
  return {
    async isIn(targetIds) {
      for (const targetId of targetIds)
        if ((await evaluate(browser, targetId, `globalThis.${NAME}`)) === mark) return true;
      return false;
    },
  };
}

/** What an expression is in a target; undefined where the target ends before it answers. */
async function evaluate(browser: CDPSession, targetId: string, expression: string): Promise<unknown> {
  const attached = await attach(browser, targetId);
  if (attached === null) return undefined;
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
  const answer = new Promise<unknown>((resolve) => {
    browser.on('Target.receivedMessageFromTarget', (told) => {
      if (told.sessionId === attached) resolve((JSON.parse(told.message) as Told).result?.result?.value);
    });
    browser.on('Target.detachedFromTarget', ({ sessionId }) => {
      if (sessionId === attached) resolve(undefined);
    });
  });
  await browser.send('Target.sendMessageToTarget', { sessionId: attached, message });
  return answer;
}

async function attach(browser: CDPSession, targetId: string): Promise<string | null> {
  try {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return sessionId;
  } catch (error) {
    if (error instanceof Error && error.message.includes('No target with given id')) return null;
    throw error;
  }
}

interface Told {
  readonly result?: { readonly result?: { readonly value?: unknown } };
}
