import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeSoftToken, softHsmModule } from '../../tests/support/softhsm';
import { supervise } from '../supervisor';
import { moduleProcesses } from '../tests/module-process';

const collectOften = new URL('../tests/collect-often.mjs', import.meta.url).href;

test.skipIf(softHsmModule() === null)(
  'a module stays loaded while nobody signs: garbage is collected, and the next signature is made',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'softhsm-'));
    const soft = makeSoftToken({ dir });
    const start = await moduleProcesses();
    const supervisor = supervise(() =>
      start({ SOFTHSM2_CONF: soft.conf, NODE_OPTIONS: `--import=${collectOften}` }),
    );
    try {
      const { tokens } = await supervisor.ask('tokens', { module: soft.module });
      const token = tokens.find(({ serial }) => serial === soft.serial);
      const certificate = token?.certificates.find(({ label }) => label === 'full')?.sha256;
      if (!token || certificate === undefined) throw new Error('the token isn’t there');
      const { serial, label, manufacturer, model } = token;
      const name = { serial, label, manufacturer, model };
      await supervisor.ask('login', {
        module: soft.module,
        token: name,
        certificate,
        pin: [...Buffer.from(soft.pin)],
      });
      const digest = createHash('sha256').update('an order').digest('base64');
      for (let i = 0; i < 10; i++) {
        await pause(40);
        const signing = supervisor.ask('sign', { certificate, algorithm: 'rsa-sha256', digest });
        await expect(signing).resolves.toHaveProperty('signature');
      }
    } finally {
      supervisor.end();
      rmSync(dir, { recursive: true });
    }
  },
);
