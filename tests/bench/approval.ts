import { createKeySession, softwareKey } from '@/lib/signing';
import { systemClock } from '@/lib/base';
import { approvalWorld, type ApprovalWorld } from './approval-world';
import type { Figure } from './figure';
import type { Inputs } from './inputs';
import { median } from './median';
import { RSA, signerOf } from './signer';

const WARM_UP = 15;
const APPROVALS = 60;
const BARE_EACH = 5;

/** What lies between the click on Sign order and the order on record, milliseconds each, on a warm engine. */
export async function timeApprovals(world: ApprovalWorld, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const approve = await world.ask();
    const start = performance.now();
    await approve();
    times.push(performance.now() - start);
  }
  return times;
}

/** Approvals with a software key, and between them the signature that none of them can do without. */
export async function approvalFigures(inputs: Inputs, where: string): Promise<Figure[]> {
  const keys = createKeySession(systemClock);
  const world = await approvalWorld(inputs, keys);
  const { key, order } = await signerOf(inputs);
  keys.hold(world.certificate, softwareKey(key));
  await timeApprovals(world, WARM_UP);

  const [ours, bare]: [number[], number[]] = [[], []];
  for (let i = 0; i < APPROVALS; i++) {
    ours.push(...(await timeApprovals(world, 1)));
    const start = performance.now();
    for (let j = 0; j < BARE_EACH; j++) await crypto.subtle.sign(RSA.name, key, order);
    bare.push((performance.now() - start) / BARE_EACH);
  }
  const name = `approval software, ${where}`;
  const against = 'bare RSA-2048 signature';
  const [value, base] = [median(ours), median(bare)];
  return [
    { name, value, unit: 'ms', ratio: base / value, against, n: ours.length },
    { name: `${name}: ${against}`, value: base, unit: 'ms', n: bare.length * BARE_EACH },
  ];
}
