import { limits } from '@/lib/base';
import { PROTOCOL, type CommandValue, type HostModule } from '@/lib/host';
import { say } from '@/lib/words/host';
import { ownFiles } from '../process/own-files';
import { unsafeOwnFile } from '../process/unsafe-own-file';
import { version } from '../process/version';
import { faultFor } from '../server';
import { startChild, supervise, type ChildLink } from '../supervisor';

export type Check = CommandValue<'diagnose'>['checks'][number];

/** Listing and loading together stay within the leg, with the answer's own way. */
const LIST_MS = limits.hostDiagnoseMs / 3;
const LOAD_MS = limits.hostDiagnoseMs / 2;

/** Where a browser looks for this host, and whether it would find it. */
export interface ManifestStanding {
  readonly browser: string;
  readonly path: string;
  readonly ok: boolean;
  readonly detail: string;
}

/**
 * What works and what doesn't: facts for whoever helps. Nothing secret: no PIN, no names or numbers of tokens, no
 * certificates. `start` makes the processes that load a module, one for each.
 */
export async function diagnose(
  manifests: readonly ManifestStanding[] = [],
  start: () => ChildLink = startChild,
): Promise<Check[]> {
  const listing = await listModules(start);
  const checks = [
    { check: 'version', ok: true, detail: `${version}, protocol ${PROTOCOL}` },
    {
      check: 'system',
      ok: true,
      detail: `${process.platform} ${process.arch}, Node ${process.version}`,
    },
    ...filesChecks(),
    ...manifests.map(({ browser, path, ok, detail }) => ({
      check: `browser ${browser}`,
      ok,
      detail: detail === '' ? path : `${path}: ${detail}`,
    })),
    listing.check,
    ...(await Promise.all(listing.modules.map((module) => moduleCheck(module, start)))),
  ];
  return checks.map(({ check, ok, detail }) => ({
    check: check.slice(0, limits.hostTextMaxLength),
    ok,
    detail: detail.slice(0, limits.hostTextMaxLength),
  }));
}

function filesChecks(): Check[] {
  const files = ownFiles();
  const unsafe = unsafeOwnFile(files);
  return [
    { check: 'files', ok: true, detail: files.join(', ') },
    {
      check: 'files are their user’s alone',
      ok: unsafe === null,
      detail: unsafe === null ? '' : `${unsafe.why}: ${unsafe.path}`,
    },
  ];
}

async function listModules(
  start: () => ChildLink,
): Promise<{ check: Check; modules: readonly HostModule[] }> {
  const supervisor = supervise(start, () => LIST_MS);
  const since = performance.now();
  try {
    const { modules } = await supervisor.ask('modules', {});
    const detail = `${Math.round(performance.now() - since)} ms`;
    return { check: { check: 'driver process', ok: true, detail }, modules };
  } catch (error) {
    return { check: { check: 'driver process', ok: false, detail: faultFor(error).code }, modules: [] };
  } finally {
    supervisor.end();
  }
}

async function moduleCheck({ name, path, found }: HostModule, start: () => ChildLink): Promise<Check> {
  const check = `driver ${name}`;
  // That a driver which nobody installed isn't there is no fault.
  if (!found) return { check, ok: true, detail: say('host.check.absent', { path }) };
  const supervisor = supervise(start, () => LOAD_MS);
  try {
    const { tokens } = await supervisor.ask('tokens', { module: path });
    return { check, ok: true, detail: say('host.check.tokens', { path, count: tokens.length }) };
  } catch (error) {
    return { check, ok: false, detail: `${path}: ${faultFor(error).code}` };
  } finally {
    supervisor.end();
  }
}
