import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromBase64, systemClock } from '@/lib/base';
import { tokenBrowser } from '../e2e/harness/token-browser';
import { demoPki } from '../pki/demo-pki';
import { demoTokenPin } from '../support/demo-token';
import type { SoftToken } from '../support/softhsm';
import type { Figure } from './figure';
import type { Inputs } from './inputs';
import { median } from './median';
import type { TokenBench } from './token-worker';

const ROUNDS = 15;
const SIGNATURES = 10;
const WARM_UP = 15;
const worker = fileURLToPath(new URL('token-worker.ts', import.meta.url));

/**
 * Tokens through the real browser and the real host, beside what pkcs11-tool needs for one signature: a process, a login
 * and the signature itself. Times are taken in the browser's background, so that no driver of the bench is measured.
 */
export async function tokenFigures(inputs: Inputs): Promise<Figure[]> {
  const browser = await tokenBrowser(demoPki(), worker);
  const tool = bareTool(browser.token, fromBase64(inputs.order));
  const taken: Record<'start' | 'login' | 'cms' | 'approval' | 'tool', number[]> = {
    ...{ start: [], login: [], cms: [], approval: [], tool: [] },
  };
  const approvals = (count: number) =>
    browser.background.evaluate(
      ([inputs, count]) => (globalThis as unknown as TokenBench).tokenApprovals(inputs, count),
      [inputs, count] as const,
    );
  const documents = Array.from({ length: SIGNATURES }, () => inputs.order);
  try {
    await browser.unlock();
    await approvals(WARM_UP);
    await browser.sign([...documents, ...documents], systemClock.now());
    for (let round = 0; round < ROUNDS; round++) {
      taken.tool.push(time(() => tool.sign()));
      taken.start.push(await browser.hello());
      taken.approval.push(...(await approvals(2)));
      const { ms } = await browser.sign(documents, systemClock.now());
      taken.cms.push(ms / SIGNATURES);
    }
    await browser.lock();
    for (let round = 0; round < ROUNDS; round++) {
      taken.login.push(await browser.once([inputs.order], systemClock.now()));
    }
  } finally {
    tool.remove();
    await browser.close();
  }
  const against = 'pkcs11-tool --login --sign, a process each';
  const bare = median(taken.tool);
  const beside = (name: string, times: readonly number[]): Figure => {
    const value = median(times);
    return { name, value, unit: 'ms', ratio: bare / value, against, n: times.length };
  };
  return [
    { name: 'token host start to hello, chromium', value: median(taken.start), unit: 'ms', n: ROUNDS },
    beside('token approval, warm, chromium', taken.approval),
    beside('token signed order, warm, chromium', taken.cms),
    beside('token signed order, host start and login included, chromium', taken.login),
    { name: `token: ${against}`, value: bare, unit: 'ms', n: ROUNDS },
  ];
}

function bareTool(token: SoftToken, content: Uint8Array) {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const [input, output] = [join(dir, 'order'), join(dir, 'signature')];
  writeFileSync(input, content);
  const args = [
    ...['--module', token.module, '--slot', token.slot, '--login', '--pin', demoTokenPin, '--id', '01'],
    ...['--sign', '--mechanism', 'SHA256-RSA-PKCS', '--input-file', input, '--output-file', output],
  ];
  const env = { ...process.env, SOFTHSM2_CONF: token.conf };
  return {
    sign: () => execFileSync('pkcs11-tool', args, { env, stdio: 'pipe' }),
    remove: () => rmSync(dir, { recursive: true }),
  };
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
