/**
 * Makes a fresh clone ready: npm packages, browsers, generated types. Uses nothing but Node itself, because it runs
 * before anything is installed. Doing it again when everything is there costs a few milliseconds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { find, mustRun, root, tool } from './run.mjs';

/** What tests and demo start besides Node: a variable that may name it, its usual names, its Debian package. */
const programs = [
  { what: 'Chromium', variable: 'CHROMIUM', names: ['chromium', 'chromium-browser'], debian: ['chromium'] },
  { what: 'Firefox ESR', variable: 'FIREFOX', names: ['firefox-esr', 'firefox'], debian: ['firefox-esr'] },
  { what: 'OpenSSL 3', variable: 'OPENSSL', names: ['openssl'], debian: ['openssl'] },
  { what: 'Xvfb', variable: 'XVFB_RUN', names: ['xvfb-run'], debian: ['xvfb', 'xauth'] },
];

const isThere = (program) => process.env[program.variable] !== undefined || find(program.names) !== null;

/** Compared by content: the files' times say nothing after a checkout. */
function packagesAreCurrent() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

async function installPrograms(needed) {
  const missing = programs.filter((program) => needed.includes(program.variable) && !isThere(program));
  if (missing.length === 0) return;
  const debian = process.platform === 'linux' && existsSync('/etc/debian_version');
  const packages = missing.flatMap((program) => program.debian);
  if (debian && process.getuid?.() === 0) {
    await mustRun('apt-get', ['update', '-q']);
    await mustRun('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
    return;
  }
  console.error(
    `Countersign's tests and demo need ${missing.map(({ what }) => what).join(', ')}, which isn't installed here.`,
  );
  if (debian)
    console.error(`Install it with: sudo apt-get install --no-install-recommends ${packages.join(' ')}`);
  for (const { what, variable } of missing)
    console.error(
      `If ${what} is installed somewhere unusual, let the variable ${variable} name its executable.`,
    );
  process.exit(1);
}

/** `needed`: the programs, by their variables, that the caller starts. */
export async function setUp(needed = programs.map(({ variable }) => variable)) {
  if (!packagesAreCurrent()) await mustRun('npm', ['ci', '--no-audit', '--no-fund']);
  await installPrograms(needed);
  if (!existsSync(join(root, '.wxt', 'wxt.d.ts'))) await mustRun(tool('wxt'), ['prepare']);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await setUp();
  console.log('Ready.');
}
