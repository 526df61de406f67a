import { say } from '@/lib/words/host';
import { browsers } from './browsers';
import { changeText } from './change-lines';
import { installAt, uninstallAt, type Change } from './change';
import { exitCodes } from './exit-codes';
import type { Options } from './options';
import { isThere, placesOf } from './places';
import { unsafePath } from './unsafe-path';
import type { World } from './world';

/** `install` and `uninstall`: tells place by place what was done; one that fails doesn't keep the others from it. */
export function changeBrowsers(options: Options, { machine, out, err }: World): number {
  const { named, scope, dryRun } = options;
  const installing = options.command === 'install';
  if (installing && machine.files.look(machine.executable) === null) {
    err(say('host.noProgram', { path: machine.executable }));
    return exitCodes.failed;
  }
  // Removed is also what a browser left behind that is gone itself.
  const asked = named ?? browsers.filter((browser) => !installing || isThere(browser, machine));
  if (asked.length === 0) {
    err(say('host.noBrowser'));
    return exitCodes.notInstalled;
  }
  if (scope === 'user' && machine.uid === 0) out(say('host.asRoot'));
  if (dryRun) out(say('host.dryRun'));

  const unsafe = installing
    ? machine.own.map((path) => unsafePath(path, scope, machine)).find((one) => one !== null)
    : undefined;
  const changes = asked
    .flatMap((browser) => placesOf(browser, scope, machine))
    .map((place) => {
      if (unsafe) return { place, change: { done: 'unsafe', unsafe } satisfies Change };
      return { place, change: (installing ? installAt : uninstallAt)(place, { machine, dryRun }) };
    });
  for (const { place, change } of changes) {
    const tell = isRefusal(change) ? err : out;
    tell(say('host.line', { browser: place.browser.name, text: changeText(change, place) }));
  }
  if (installing && changes.some(({ change }) => ['installed', 'updated'].includes(change.done)))
    out(say('host.restart'));
  return changes.some(({ change }) => isFailure(change, installing)) ? exitCodes.failed : exitCodes.done;
}

function isRefusal({ done }: Change): boolean {
  return done === 'failed' || done === 'unsafe' || done === 'left';
}

/** That another copy's entry stays when this one is uninstalled is how it should be. */
function isFailure(change: Change, installing: boolean): boolean {
  return (
    isRefusal(change) && (installing || change.done !== 'left' || change.standing.state === 'unreadable')
  );
}
