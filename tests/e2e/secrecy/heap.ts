import type { CDPSession } from '@playwright/test';

/** One target's DevTools protocol: commands, and what it tells. */
export interface Inspected {
  send<T = object>(method: string, params?: object): Promise<T>;
  on(event: string, heard: (params: Record<string, unknown>) => void): void;
}

interface Told {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: object;
  readonly error?: { readonly message: string };
}

/** Any target of the browser, workers too, which Playwright gives no session for. */
export async function inspect(browser: CDPSession, targetId: string): Promise<Inspected> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (told: Told) => void>();
  const heard = new Map<string, (params: Record<string, unknown>) => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const told = JSON.parse(event.message) as Told;
    if (told.id !== undefined) waiting.get(told.id)?.(told);
    else if (told.method !== undefined) heard.get(told.method)?.(told.params ?? {});
  });
  let ids = 0;
  return {
    on: (event, listener) => void heard.set(event, listener),
    send: <T>(method: string, params: object = {}) =>
      new Promise<T>((resolve, reject) => {
        const id = (ids += 1);
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as T);
        });
        browser
          .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
          .catch(reject);
      }),
  };
}

const OBJECT_GROUP = 'secrecy';

/**
 * The heap snapshot of a context, and each string in it as it is. A snapshot holds no octets of buffers: that these are
 * overwritten is tested where they are used (lib/vault, lib/signing), and `liveKeys` tells of keys.
 */
export async function heapOf(target: Inspected): Promise<Buffer> {
  const chunks: string[] = [];
  target.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(String(chunk)));
  await target.send('HeapProfiler.enable');
  await target.send('HeapProfiler.collectGarbage');
  await target.send('HeapProfiler.collectGarbage');
  await target.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: true });
  const text = chunks.join('');
  const { strings } = JSON.parse(text) as { readonly strings: readonly string[] };
  return Buffer.from([text, ...strings].join('\n'));
}

async function ask<T>(target: Inspected, objectId: string, question: string): Promise<T> {
  const { result, exceptionDetails } = await target.send<{
    readonly result: { readonly value: T };
    readonly exceptionDetails?: { readonly text: string };
  }>('Runtime.callFunctionOn', { objectId, returnByValue: true, functionDeclaration: question });
  if (exceptionDetails) throw new Error(`in the browser: ${exceptionDetails.text}`);
  return result.value;
}

/** How many keys of WebCrypto live in a context. */
export async function liveKeys(target: Inspected): Promise<number> {
  await target.send('HeapProfiler.collectGarbage');
  const { result } = await target.send<{ readonly result: { readonly objectId: string } }>(
    'Runtime.evaluate',
    {
      expression: 'CryptoKey.prototype',
      objectGroup: OBJECT_GROUP,
    },
  );
  const { objects } = await target.send<{ readonly objects: { readonly objectId: string } }>(
    'Runtime.queryObjects',
    { prototypeObjectId: result.objectId, objectGroup: OBJECT_GROUP },
  );
  const count = await ask<number>(target, objects.objectId, 'function () { return this.length; }');
  // What the protocol holds would live on.
  await target.send('Runtime.releaseObjectGroup', { objectGroup: OBJECT_GROUP });
  return count;
}
