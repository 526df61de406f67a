/**
 * Makes a fresh clone ready: npm packages, browsers, generated types. Uses nothing but Node itself, because it runs
 * before anything is installed. Doing it again when everything is there costs a few milliseconds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { find, mustRun, root, tool } from './run.mjs';

/**
 * What tests and demo start besides Node: a variable that may name it (or that only stands for it, where it must lie on
 * PATH), its usual names, its Debian packages.
 */
const programs = [
  { what: 'Chromium', variable: 'CHROMIUM', names: ['chromium', 'chromium-browser'], debian: ['chromium'] },
  { what: 'Firefox ESR', variable: 'FIREFOX', names: ['firefox-esr', 'firefox'], debian: ['firefox-esr'] },
  { what: 'OpenSSL 3', variable: 'OPENSSL', names: ['openssl'], debian: ['openssl'] },
  { what: 'Xvfb', variable: 'XVFB_RUN', names: ['xvfb-run'], debian: ['xvfb', 'xauth'] },
  // Tokens in software, and PKCS#11 modules written for the tests.
  {
    what: 'SoftHSM2',
    variable: 'SOFTHSM2_UTIL',
    onPath: true,
    names: ['softhsm2-util'],
    debian: ['softhsm2'],
  },
  { what: 'OpenSC', variable: 'PKCS11_TOOL', onPath: true, names: ['pkcs11-tool'], debian: ['opensc'] },
  {
    what: 'a C compiler',
    variable: 'CC',
    onPath: true,
    names: ['gcc', 'cc'],
    debian: ['gcc', 'libc6-dev'],
    file: '/usr/include/stdio.h',
  },
  // The Debian package with the host as one executable.
  { what: 'strip', variable: 'STRIP', onPath: true, names: ['strip'], debian: ['binutils'] },
  { what: 'dpkg', variable: 'DPKG_DEB', onPath: true, names: ['dpkg-deb'], debian: ['dpkg'] },
];

const debian = process.platform === 'linux' && existsSync('/etc/debian_version');

/** `file`: what Debian's package of that program doesn't bring by itself. */
function isThere({ variable, onPath, names, file }) {
  if (!onPath && process.env[variable] !== undefined) return true;
  return find(names) !== null && (!debian || file === undefined || existsSync(file));
}

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
  for (const { what, variable } of missing.filter(({ onPath }) => !onPath))
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
