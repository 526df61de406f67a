import { chmodSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { run } from './testing/run';
import { unixMachine } from './testing/unix-machine';

const roots: string[] = [];
const machineOf = (...args: Parameters<typeof unixMachine>) => {
  const machine = unixMachine(...args);
  roots.push(machine.root);
  return machine;
};
/** Owned by root throughout, as an installation for all users must be. */
const asRoot = (platform: 'linux' | 'darwin') => {
  const machine = machineOf(platform, (_, found) => ({ ...found, uid: 0, gid: 0 }));
  return { ...machine, uid: 0 };
};
const FILE = 'countersign.host.json';
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const linuxUser = {
  chrome: '.config/google-chrome/NativeMessagingHosts',
  chromium: '.config/chromium/NativeMessagingHosts',
  edge: '.config/microsoft-edge/NativeMessagingHosts',
  brave: '.config/BraveSoftware/Brave-Browser/NativeMessagingHosts',
  firefox: '.mozilla/native-messaging-hosts',
};
const macSupport = 'Library/Application Support';
const macUser = {
  chrome: `${macSupport}/Google/Chrome/NativeMessagingHosts`,
  chromium: `${macSupport}/Chromium/NativeMessagingHosts`,
  edge: `${macSupport}/Microsoft Edge/NativeMessagingHosts`,
  brave: `${macSupport}/BraveSoftware/Brave-Browser/NativeMessagingHosts`,
  firefox: `${macSupport}/Mozilla/NativeMessagingHosts`,
};
const linuxSystem = {
  chrome: 'etc/opt/chrome/native-messaging-hosts',
  chromium: 'etc/chromium/native-messaging-hosts',
  edge: 'etc/opt/edge/native-messaging-hosts',
  brave: 'etc/opt/chrome/native-messaging-hosts',
  firefox: 'usr/lib/mozilla/native-messaging-hosts',
};
const macSystem = {
  chrome: 'Library/Google/Chrome/NativeMessagingHosts',
  chromium: `${macSupport}/Chromium/NativeMessagingHosts`,
  edge: 'Library/Microsoft/Edge/NativeMessagingHosts',
  brave: `${macSupport}/BraveSoftware/Brave-Browser/NativeMessagingHosts`,
  firefox: `${macSupport}/Mozilla/NativeMessagingHosts`,
};

describe('each browser’s own folder', () => {
  const cases = [
    ...Object.entries(linuxUser).map(([id, at]) => ['linux', '', id, `home/${at}`] as const),
    ...Object.entries(macUser).map(([id, at]) => ['darwin', '', id, `home/${at}`] as const),
    ...Object.entries(linuxSystem).map(([id, at]) => ['linux', ' --system', id, at] as const),
    ...Object.entries(macSystem).map(([id, at]) => ['darwin', ' --system', id, at] as const),
  ];
  test.each(cases)('%s%s %s: %s', async (platform, scope, id, folder) => {
    const machine = scope === '' ? machineOf(platform) : asRoot(platform);
    const file = join(machine.root, folder, FILE);
    expect((await run(machine, `install --browser ${id}${scope}`)).code).toBe(0);
    expect(read(file)).toEqual({
      name: 'countersign.host',
      description: expect.any(String) as string,
      path: machine.executable,
      type: 'stdio',
      ...(id === 'firefox'
        ? { allowed_extensions: ['countersign@countersign.example'] }
        : { allowed_origins: ['chrome-extension://jmlcigkhofnmhncopmcmgjamdikaophc/'] }),
    });
    expect((await run(machine, `status --browser ${id}`)).code).toBe(0);
    expect((await run(machine, `uninstall --browser ${id}${scope}`)).code).toBe(0);
    expect(existsSync(file)).toBe(false);
    expect((await run(machine, `status --browser ${id}`)).code).toBe(3);
  });
});

describe('install', () => {
  it('asks only the browsers that are there, unless they are named', async () => {
    const machine = machineOf('linux');
    expect(await run(machine, 'install')).toMatchObject({ code: 3 });
    machine.folder('home/.config/chromium');
    expect((await run(machine, 'install')).said).toMatch(/Chromium: knows the helper now/);
    expect(existsSync(join(machine.home, linuxUser.chrome))).toBe(false);
  });

  it('changes nothing the second time', async () => {
    const machine = machineOf('linux');
    const file = join(machine.home, linuxUser.chromium, FILE);
    await run(machine, 'install --browser chromium');
    const before = statSync(file);
    const again = await run(machine, 'install --browser chromium');
    expect(again).toMatchObject({
      code: 0,
      said: expect.stringMatching(/knew the helper already/) as string,
    });
    expect(statSync(file).mtimeMs).toBe(before.mtimeMs);
    expect(statSync(file).ino).toBe(before.ino);
  });

  it('makes files and folders that every user may read and nobody else may write, whatever the umask', async () => {
    const machine = asRoot('linux');
    const umask = process.umask(0o077);
    try {
      await run(machine, 'install --browser firefox --system');
    } finally {
      process.umask(umask);
    }
    const file = join(machine.root, linuxSystem.firefox, FILE);
    expect(statSync(file).mode & 0o777).toBe(0o644);
    for (let at = dirname(file); at !== machine.root; at = dirname(at))
      expect(statSync(at).mode & 0o777, at).toBe(0o755);
  });

  it('only tells with --dry-run', async () => {
    const machine = machineOf('linux');
    expect((await run(machine, 'install --browser all --dry-run')).code).toBe(0);
    expect(existsSync(join(machine.home, '.config'))).toBe(false);
  });

  it('names the newer place too where Firefox keeps its profile there', async () => {
    const machine = machineOf('linux');
    machine.folder('home/.config/mozilla/firefox');
    await run(machine, 'install');
    for (const folder of ['.mozilla', '.config/mozilla'])
      expect(existsSync(join(machine.home, folder, 'native-messaging-hosts', FILE))).toBe(true);
  });

  it('replaces its own entry that names another path or another extension', async () => {
    const machine = machineOf('linux');
    const file = join(machine.home, linuxUser.chromium, FILE);
    await run(machine, 'install --browser chromium');
    const manifest = read(file) as object;
    for (const bent of [{ path: '/gone/countersign-host' }, { allowed_origins: ['chrome-extension://*/'] }]) {
      writeFileSync(file, JSON.stringify({ ...manifest, ...bent }));
      expect((await run(machine, 'status --browser chromium')).code).toBe(3);
      expect((await run(machine, 'install --browser chromium')).said).toMatch(/names this one now/);
      expect(read(file)).toEqual(manifest);
    }
  });

  it('needs the program that manifests will name', async () => {
    const machine = machineOf('linux');
    rmSync(machine.executable);
    expect(await run(machine, 'install --browser chromium')).toMatchObject({
      code: 1,
      said: expect.stringContaining(machine.executable) as string,
    });
  });
});

describe('what belongs to others', () => {
  const foreign = [
    ['another name', () => JSON.stringify({ name: 'other.host', path: '/x', type: 'stdio' })],
    ['no JSON', () => 'not json'],
  ] as const;
  test.each(foreign)('a file with %s is neither overwritten nor removed', async (_, text) => {
    const machine = machineOf('linux');
    const file = join(machine.folder(`home/${linuxUser.chromium}`), FILE);
    writeFileSync(file, text());
    const installed = await run(machine, 'install --browser chromium');
    expect(installed).toMatchObject({ code: 1, said: expect.stringMatching(/left as it is/) as string });
    await run(machine, 'uninstall --browser chromium');
    expect(readFileSync(file, 'utf8')).toBe(text());
  });

  it('doesn’t write through a link', async () => {
    const machine = machineOf('linux');
    const target = join(machine.root, 'target');
    writeFileSync(target, 'precious');
    symlinkSync(target, join(machine.folder(`home/${linuxUser.chromium}`), FILE));
    expect((await run(machine, 'install --browser chromium')).code).toBe(1);
    expect(readFileSync(target, 'utf8')).toBe('precious');
  });

  it('leaves another copy’s entry when it is uninstalled, and takes one whose program is gone', async () => {
    const machine = machineOf('linux');
    const file = join(machine.home, linuxUser.chromium, FILE);
    const other = join(machine.folder('elsewhere'), 'countersign-host');
    writeFileSync(other, '');
    await run({ ...machine, executable: other }, 'install --browser chromium');
    const kept = await run(machine, 'uninstall --browser chromium');
    expect(kept).toMatchObject({ code: 0, said: expect.stringContaining(other) as string });
    expect(existsSync(file)).toBe(true);
    rmSync(other);
    await run(machine, 'uninstall --browser chromium');
    expect(existsSync(file)).toBe(false);
  });
});

describe('paths that others may change (attacks.md 96)', () => {
  const stranger = 12_345;
  it('refuses a program in a folder that everybody may write to, and says what to do', async () => {
    const machine = machineOf('linux');
    chmodSync(dirname(machine.executable), 0o777);
    const { code, said } = await run(machine, 'install --browser chromium');
    expect(code).toBe(1);
    expect(said).toMatch(/refused: .*countersign-host may be changed by other users.*chmod go-w/);
    expect(existsSync(join(machine.home, linuxUser.chromium, FILE))).toBe(false);
  });

  it('refuses a folder of manifests that others may write to', async () => {
    const machine = machineOf('linux');
    chmodSync(machine.folder('home/.config'), 0o757);
    expect((await run(machine, 'install --browser chromium')).said).toMatch(/refused: .*\.config/);
  });

  it('takes a folder like /tmp, in which names belong to their owners', async () => {
    const machine = machineOf('linux');
    chmodSync(machine.folder('home/.config'), 0o1777);
    expect((await run(machine, 'install --browser chromium')).code).toBe(0);
  });

  it('refuses what belongs to another user; for all users whatever isn’t root’s', async () => {
    const strange = machineOf('linux', (path, found) =>
      path.endsWith('/opt') ? { ...found, uid: stranger } : found,
    );
    expect((await run(strange, 'install --browser chromium')).said).toMatch(/belongs to another user/);
    const own = machineOf('linux', (_, found) => ({ ...found, uid: stranger }));
    expect((await run({ ...own, uid: stranger }, 'install --browser chromium')).code).toBe(0);
    const system = await run({ ...own, uid: stranger }, 'install --browser chromium --system');
    expect(system).toMatchObject({ code: 1, said: expect.stringMatching(/for all users to root/) as string });
  });

  it.each([
    ['linux', stranger, 0],
    ['linux', 50, 1],
    ['darwin', 80, 0],
    ['darwin', stranger, 1],
  ] as const)('on %s a folder that group %i may write to ends with %i', async (platform, gid, code) => {
    const machine = machineOf(platform, (path, found) =>
      path.endsWith('/opt') ? { ...found, uid: stranger, gid, mode: 0o775 } : { ...found, uid: stranger },
    );
    expect((await run({ ...machine, uid: stranger }, 'install --browser chromium')).code).toBe(code);
  });
});

describe('status and diagnose', () => {
  it('tells a browser that knows nothing from one that isn’t here', async () => {
    const machine = machineOf('linux');
    machine.folder('home/.config/chromium');
    const { code, said } = await run(machine, 'status');
    expect(code).toBe(3);
    expect(said).toMatch(/^Chromium: doesn’t know the helper$/m);
    expect(said).toMatch(/^Firefox: not found on this computer$/m);
  });

  it('tells that an entry can’t be read', async () => {
    const machine = machineOf('linux');
    const file = join(machine.folder(`home/${linuxUser.chromium}`), FILE);
    writeFileSync(file, '{}');
    const denied = () => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    const blind = { ...machine, files: { ...machine.files, read: denied } };
    expect((await run(blind, 'status')).said).toContain(`${file} can’t be read (EACCES)`);
    expect((await run(blind, 'uninstall --browser chromium')).code).toBe(1);
  });

  it('a user’s own entry goes before that of all users, as in the browser', async () => {
    const machine = asRoot('linux');
    await run(machine, 'install --browser chromium --system');
    expect((await run(machine, 'status --browser chromium')).code).toBe(0);
    const own = machine.folder(`home/${linuxUser.chromium}`);
    writeFileSync(
      join(own, FILE),
      JSON.stringify({ name: 'countersign.host', path: '/gone/host', type: 'stdio' }),
    );
    const { code, said } = await run(machine, 'status --browser chromium');
    expect(code).toBe(3);
    expect(said).toMatch(/gone: \/gone\/host.*\(for you\)[\s\S]*knows this helper \(for all users\)/);
  });

  it('answers as JSON', async () => {
    const machine = machineOf('linux');
    await run(machine, 'install --browser firefox');
    const { said } = await run(machine, 'status --browser firefox --json');
    expect(JSON.parse(said)).toMatchObject({
      executable: machine.executable,
      browsers: [
        {
          browser: 'firefox',
          knows: true,
          places: [{ scope: 'user', state: 'installed' }, { scope: 'system' }],
        },
      ],
    });
  });

  it('ends with 1 where a check finds a fault, and shows which', async () => {
    const machine = machineOf('linux');
    const checks = [
      { check: 'driver process', ok: true, detail: '5 ms' },
      { check: 'driver OpenSC', ok: false, detail: 'token/module-crashed' },
    ];
    const { code, said } = await run(machine, 'diagnose', () => Promise.resolve(checks));
    expect(code).toBe(1);
    expect(said).toMatch(/FAULT {3}driver OpenSC: token\/module-crashed/);
    const json = await run(machine, 'diagnose --json', () => Promise.resolve(checks.slice(0, 1)));
    expect(json.code).toBe(0);
    expect(JSON.parse(json.said)).toMatchObject({ checks: [{ ok: true }] });
  });
});

describe('usage', () => {
  const machine = machineOf('linux');
  it.each(['frobnicate', 'install twice', 'install --force', 'install --browser netscape'])(
    '“%s” ends with 2',
    async (args) => {
      expect((await run(machine, args)).code).toBe(2);
    },
  );
  it.each(['help', '--help', '-h', '--version'])('“%s” ends with 0', async (args) => {
    expect((await run(machine, args)).code).toBe(0);
  });
});
