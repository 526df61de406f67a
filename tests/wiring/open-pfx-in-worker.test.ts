import { describe, expect, it, vi } from 'vitest';
import { CountersignError, faultOf } from '@/lib/base';
import { answerPfxRequest } from '@/wiring/answer-pfx-request';
import { openPfxInWorker } from '@/wiring/open-pfx-in-worker';
import { caTestExtensions, makeCertificate, testKey } from '../../lib/pki/testing/make-certificate';
import { certificateBag, keyBag, makePfx, openPart, TEST_PASSWORD } from '../../lib/pki/testing/make-pfx';

/** A worker that does what the real one does, on this thread; messages are cloned and transferred as there. */
class NearWorker extends EventTarget {
  readonly terminate = vi.fn();
  constructor(private readonly answerInstead?: unknown) {
    super();
  }
  postMessage(message: unknown, transfer: ArrayBuffer[]): void {
    const received: unknown = structuredClone(message, { transfer });
    if (this.answerInstead !== undefined) this.say(this.answerInstead);
    else
      void answerPfxRequest(received, (answer, buffers) =>
        this.say(structuredClone(answer, { transfer: [...buffers] })),
      );
  }
  private say(data: unknown): void {
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
}

async function signerFile(subjects: readonly string[], ca = false): Promise<Uint8Array> {
  const bags = [];
  for (const subject of subjects) {
    const key = await testKey();
    const extensions = ca ? caTestExtensions() : [];
    const { der } = await makeCertificate({ subject, issuer: subject, key, issuerKey: key, extensions });
    const info = new Uint8Array(await crypto.subtle.exportKey('pkcs8', key.privateKey));
    bags.push(keyBag(info), certificateBag(der));
  }
  return makePfx([openPart(bags)]);
}

const opener = (worker: NearWorker) => openPfxInWorker(() => worker as unknown as Worker);

describe('openPfxInWorker', () => {
  it('answers what openPfx answers, tells the rounds, keeps the page’s file and ends the worker', async () => {
    const file = await signerFile(['signer']);
    const before = file.slice();
    const worker = new NearWorker();
    const told: number[] = [];
    const opened = await opener(worker)(file, TEST_PASSWORD, { onRounds: (rounds) => told.push(rounds) });
    expect(opened.certificate.commonName).toBe('signer');
    expect(opened.pkcs8[0]).toBe(0x30);
    expect(told).toEqual([2]);
    expect(file).toEqual(before);
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('hands the key over and keeps none', async () => {
    const file = new Uint8Array(await signerFile(['signer']));
    const answers: unknown[] = [];
    let key: Uint8Array | null = null;
    await answerPfxRequest({ bytes: file, password: TEST_PASSWORD, options: {} }, (answer, transfer) => {
      if (answer.kind === 'opened') key = answer.pkcs8;
      answers.push(structuredClone(answer, { transfer: [...transfer] }));
    });
    expect(answers.at(-1)).toMatchObject({ kind: 'opened' });
    expect(key).toHaveLength(0);
  });

  it('overwrites the key where it could not be handed over', async () => {
    const file = new Uint8Array(await signerFile(['signer']));
    let key = new Uint8Array(1).fill(1);
    await answerPfxRequest({ bytes: file, password: TEST_PASSWORD, options: {} }, (answer) => {
      if (answer.kind !== 'opened') return;
      key = answer.pkcs8;
      throw new Error('the page is gone');
    });
    expect(key.length).toBeGreaterThan(100);
    expect(key.every((octet) => octet === 0)).toBe(true);
  });

  it('keeps code and values of errors, and the choice among several keys', async () => {
    const wrong = opener(new NearWorker())(await signerFile(['signer']), 'another');
    await expect(wrong).rejects.toMatchObject({ code: 'pfx/wrong-password' });
    const authority = opener(new NearWorker())(await signerFile(['ca'], true), TEST_PASSWORD);
    await expect(authority).rejects.toMatchObject({ code: 'pfx/ca-key' });
    const file = await signerFile(['one', 'two']);
    const several = opener(new NearWorker())(file, TEST_PASSWORD);
    await expect(several).rejects.toMatchObject({
      code: 'pfx/several-keys',
      params: { count: 2 },
      candidates: [{ commonName: 'one' }, { commonName: 'two' }],
    });
  });

  it('is cancelled before and while it runs', async () => {
    const file = await signerFile(['signer']);
    const start = vi.fn();
    const early = openPfxInWorker(start)(file, TEST_PASSWORD, {}, AbortSignal.abort());
    await expect(early).rejects.toMatchObject({ code: 'pfx/cancelled' });
    expect(start).not.toHaveBeenCalled();

    const worker = new NearWorker();
    const controller = new AbortController();
    const running = opener(worker)(file, TEST_PASSWORD, {}, controller.signal);
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: 'pfx/cancelled' });
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it.each([
    ['another kind', { kind: 'opened-too' }],
    ['no key', { kind: 'opened', certificate: new Uint8Array(1), chain: [] }],
    ['an unknown code', { kind: 'failed', fault: { code: 'pfx/made-up', params: {} } }],
    ['text', 'opened'],
  ])('refuses an answer of another form: %s', async (_, answer) => {
    const worker = new NearWorker(answer);
    const error: unknown = await opener(worker)(new Uint8Array(1), '').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CountersignError);
    expect(faultOf(error).code).toBe('message/malformed');
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('says that the worker couldn’t be loaded, and ends it', async () => {
    const worker = new NearWorker('nothing');
    worker.postMessage = () => queueMicrotask(() => worker.dispatchEvent(new Event('error')));
    const error: unknown = await opener(worker)(new Uint8Array(1), '').catch((caught: unknown) => caught);
    expect(faultOf(error)).toEqual({ code: 'internal/unexpected', params: { detail: '' } });
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('overwrites the key of an answer whose certificate can’t be read', async () => {
    const pkcs8 = new Uint8Array(100).fill(7);
    const worker = new NearWorker({ kind: 'opened', pkcs8, certificate: new Uint8Array(3), chain: [] });
    await expect(opener(worker)(new Uint8Array(1), '')).rejects.toMatchObject({
      code: 'certificate/malformed',
    });
    expect(pkcs8.every((octet) => octet === 0)).toBe(true);
  });

  it('refuses a request of another form', async () => {
    const answers: unknown[] = [];
    await answerPfxRequest({ bytes: 'file', password: 1 }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ kind: 'failed', fault: { code: 'message/malformed', params: {} } }]);
  });
});
