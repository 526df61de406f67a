import { say } from '@/lib/words/host';
import { version } from '../process/version';
import { standingText } from './change-lines';
import { exitCodes } from './exit-codes';
import type { Options } from './options';
import { statusOf, type BrowserStatus } from './status';
import type { World } from './world';

/** `status`: per browser what it knows of this helper. Fails where a browser that is here, or was named, doesn't know it. */
export function showStatus({ named, json }: Options, { machine, out, err }: World): number {
  const all = statusOf(machine, named ?? undefined);
  if (json)
    out(JSON.stringify({ version, executable: machine.executable, browsers: all.map(toJson) }, null, 2));
  else {
    out(say('host.title', { version, path: machine.executable }));
    for (const one of all) tell(one, out);
  }
  const judged = all.filter(({ there }) => there || named !== null);
  if (judged.length === 0) err(say('host.noBrowser'));
  return judged.length > 0 && judged.every(({ knows }) => knows) ? exitCodes.done : exitCodes.notInstalled;
}

function tell({ browser, there, places }: BrowserStatus, out: World['out']): void {
  const entries = places.filter(({ standing }) => standing.state !== 'missing');
  if (!there && entries.length === 0) {
    out(say('host.line', { browser: browser.name, text: say('host.notThere') }));
    return;
  }
  if (entries.length === 0) {
    out(say('host.line', { browser: browser.name, text: say('host.state.missing') }));
    return;
  }
  for (const { place, standing } of entries) {
    const scope = say(`host.scope.${place.scope}`);
    const text = say('host.scope', { scope, text: standingText(standing, place) });
    out(say('host.line', { browser: browser.name, text }));
  }
}

function toJson({ browser, there, knows, places }: BrowserStatus) {
  return {
    browser: browser.id,
    there,
    knows,
    places: places.map(({ place: { scope, manifest, key }, standing }) => ({
      scope,
      manifest,
      key,
      ...standing,
    })),
  };
}
