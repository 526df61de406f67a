import { posix, win32 } from 'node:path';
import { HOST_NAME } from '@/lib/host';
import { browsers, type Browser } from './browsers';
import type { Machine } from './machine';

export type Scope = 'user' | 'system';

/** One place where one browser looks for the host. */
export interface Place {
  readonly browser: Browser;
  readonly scope: Scope;
  /** The manifest's own path. */
  readonly manifest: string;
  /** Windows: the key whose default value names the manifest. Null elsewhere. */
  readonly key: string | null;
}

/** `{home}`, `{config}` … of one machine; null where it has no such folder. */
function fill(template: string, { home, env }: Machine): string | null {
  const folders: Readonly<Record<string, string | undefined>> = {
    home,
    config: env.XDG_CONFIG_HOME || posix.join(home, '.config'),
    local: env.LOCALAPPDATA,
    programs: env.ProgramFiles,
    programs32: env['ProgramFiles(x86)'],
  };
  const [, name] = /^\{(\w+)\}/.exec(template) ?? [];
  if (name === undefined) return template;
  const folder = folders[name];
  return folder ? template.replace(`{${name}}`, folder) : null;
}

/** The same; paths of all users below the machine's root. */
function pathOf(template: string, machine: Machine): string | null {
  const path = fill(template, machine);
  return path !== null && template.startsWith('/') ? machine.root + path : path;
}

/** Whether the browser is on this computer, as far as its program or profile lies in a usual place. */
export function isThere(browser: Browser, machine: Machine): boolean {
  return browser[machine.platform].signs.some((sign) => {
    const path = pathOf(sign, machine);
    return path !== null && machine.files.look(path) !== null;
  });
}

/** Windows keeps manifests where it likes: beside the host for all users, in the user's local data for one. */
function windowsManifest(browser: Browser, scope: Scope, machine: Machine): string {
  const local = machine.env.LOCALAPPDATA ?? win32.join(machine.home, 'AppData', 'Local');
  const base = scope === 'system' ? win32.dirname(machine.executable) : win32.join(local, 'Countersign');
  return win32.join(base, 'manifests', browser.family, `${HOST_NAME}.json`);
}

/** Where this browser looks for the host. */
export function placesOf(browser: Browser, scope: Scope, machine: Machine): Place[] {
  const locations = browser[machine.platform][scope];
  if (machine.platform === 'win32')
    return locations.map((key) => ({
      browser,
      scope,
      manifest: windowsManifest(browser, scope, machine),
      key: `${key}\\${HOST_NAME}`,
    }));
  return locations
    .map((location) => pathOf(location, machine))
    .filter((folder) => folder !== null)
    .filter((folder, index) => index === 0 || machine.files.look(posix.dirname(folder)) !== null)
    .map((folder) => ({ browser, scope, manifest: posix.join(folder, `${HOST_NAME}.json`), key: null }));
}

/** Every place of one scope; on Windows several share a manifest, elsewhere Brave may share Chrome's. */
export function allPlaces(scope: Scope, machine: Machine): Place[] {
  return browsers.flatMap((browser) => placesOf(browser, scope, machine));
}
