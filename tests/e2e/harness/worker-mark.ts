import { randomUUID } from 'node:crypto';
import type { CDPSession } from '@playwright/test';

/** A service worker's life, known by a value that only its own global scope holds: a successor has an empty one. */
export interface WorkerMark {
  /** True while the marked worker itself runs under one of these targets, whoever else runs there. */
  isIn(targetIds: readonly string[]): Promise<boolean>;
}

const NAME = 'countersignMark';
const SILENT = Symbol('no answer');
const ANSWER_MS = 1_000;

/** Marks the workers that run under these targets of the browser. */
export async function markWorkers(browser: CDPSession, targetIds: readonly string[]): Promise<WorkerMark> {
  const mark = randomUUID();
  for (const targetId of targetIds) await evaluate(browser, targetId, `globalThis.${NAME} = '${mark}'`);
  return {
    async isIn(targetIds) {
      for (const targetId of targetIds) {
        const found = await evaluate(browser, targetId, `globalThis.${NAME}`);
        // One that is just ending may leave the question open: it is asked again.
        if (found === mark || found === SILENT) return true;
      }
      return false;
    },
  };
}

/** What an expression is in a target; undefined where the target ends before it answers, `SILENT` where it says nothing. */
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
  const silence = new Promise<typeof SILENT>((resolve) => setTimeout(() => resolve(SILENT), ANSWER_MS));
  await ifThere(browser.send('Target.sendMessageToTarget', { sessionId: attached, message }));
  const found = await Promise.race([answer, silence]);
  // Whoever is attached keeps a worker alive.
  await ifThere(browser.send('Target.detachFromTarget', { sessionId: attached }));
  return found;
}

/** What a command answers; null where its target or session has ended. */
async function ifThere<T>(command: Promise<T>): Promise<T | null> {
  try {
    return await command;
  } catch (error) {
    if (error instanceof Error && /No (target|session) with given id/.test(error.message)) return null;
    throw error;
  }
}

async function attach(browser: CDPSession, targetId: string): Promise<string | null> {
  return (
    (await ifThere(browser.send('Target.attachToTarget', { targetId, flatten: false })))?.sessionId ?? null
  );
}

interface Told {
  readonly result?: { readonly result?: { readonly value?: unknown } };
}
