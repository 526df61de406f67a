import { say } from '@/lib/words/host';
import { version } from '../process/version';
import { standingText } from './change-lines';
import { exitCodes } from './exit-codes';
import type { Options } from './options';
import { statusOf } from './status';
import type { World } from './world';

/** `diagnose`: what signing with a token needs, tried without a PIN; with the browsers that are on this computer. */
export async function showDiagnosis(
  { named, json }: Options,
  { machine, diagnose, out }: World,
): Promise<number> {
  const manifests = statusOf(machine, named ?? undefined)
    .filter(({ there }) => there || named !== null)
    .flatMap(({ browser, places, knows }) => {
      const told = places.find(({ standing }) => standing.state !== 'missing') ?? places[0];
      if (told === undefined) return [];
      const { place, standing } = told;
      return [
        { browser: browser.id, path: place.manifest, ok: knows, detail: standingText(standing, place) },
      ];
    });
  const checks = await diagnose(manifests);
  const faults = checks.filter(({ ok }) => !ok).length;
  if (json) out(JSON.stringify({ version, checks }, null, 2));
  else {
    for (const { check, ok, detail } of checks)
      out(say(ok ? 'host.check.ok' : 'host.check.fault', { check, detail }));
    out(faults === 0 ? say('host.checks.ok') : say('host.checks.faults', { count: faults }));
  }
  return faults === 0 ? exitCodes.done : exitCodes.failed;
}
