import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { faultOf } from '@/lib/base';
import { supervise } from '../supervisor';
import { moduleProcesses, type ModuleProcess } from '../tests/module-process';
import { gccMissing, pretendedModule } from '../tests/pretended-module';
import { demoPki } from '../../tests/pki/demo-pki';

// Each leg as short as a test can wait for; on a busy machine the child alone takes more than a second to start.
vi.mock(import('@/lib/base'), async (original) => {
  const base = await original();
  const legs = { hostListMs: 6_000, hostLoginMs: 6_000, hostSignMs: 6_000 };
  return { ...base, limits: { ...base.limits, ...legs } as unknown as typeof base.limits };
});

const certificateFile = demoPki().certificate.full;
const certificate = createHash('sha256').update(readFileSync(certificateFile)).digest('hex');
const token = { serial: '1', label: 'Pretended', manufacturer: 'Tests', model: 'Pretend 1' };

describe.skipIf(gccMissing !== null)('a module that hangs', () => {
  let start: () => ModuleProcess;
  beforeAll(async () => {
    start = await moduleProcesses();
  });

  test.each(['C_GetSlotList', 'C_Login', 'C_Sign'])(
    'in %s is ended when its leg’s time is over, and the next one starts afresh',
    async (where) => {
      const module = pretendedModule({ certificate: certificateFile, hang: where });
      onTestFinished(() => module.remove());
      const started: ModuleProcess[] = [];
      const supervisor = supervise(() => {
        const child = start();
        started.push(child);
        return child;
      });
      const signed = async () => {
        const pin = [...new TextEncoder().encode('246810')];
        await supervisor.ask('login', { module: module.path, token, certificate, pin });
        const digest = createHash('sha256').update('order').digest('base64');
        return supervisor.ask('sign', { certificate, algorithm: 'rsa-sha256', digest });
      };
      const fault: unknown = await signed().catch((error: unknown) => faultOf(error));
      expect(fault).toEqual({ code: 'token/module-hangs', params: {} });
      expect(module.log()).toContain('hangs');
      expect(await started[0]?.ended).toBe('SIGKILL');
      module.set({ hang: 'nowhere' });
      expect(await signed()).toHaveProperty('signature');
      expect(started).toHaveLength(2);
      supervisor.end();
    },
  );
});
