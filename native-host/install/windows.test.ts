import { describe, expect, it, test } from 'vitest';
import { run } from './testing/run';
import { windowsMachine } from './testing/windows-machine';
import { windowsRegistry, type RunReg } from './windows-registry';

const keys = {
  chrome: 'Google\\Chrome',
  chromium: 'Chromium',
  edge: 'Microsoft\\Edge',
  brave: 'Google\\Chrome',
  firefox: 'Mozilla',
};
const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const chromiumManifest =
  'C:\\Users\\pat\\AppData\\Local\\Countersign\\manifests\\chromium\\countersign.host.json';

describe('Windows', () => {
  const cases = Object.entries(keys).flatMap(([id, key]) => [
    [id, '', `HKCU\\Software\\${key}\\NativeMessagingHosts\\countersign.host`] as const,
    [id, ' --system', `HKLM\\Software\\${key}\\NativeMessagingHosts\\countersign.host`] as const,
  ]);
  test.each(cases)('%s%s: %s', async (id, scope, key) => {
    const machine = windowsMachine();
    expect((await run(machine, `install --browser ${id}${scope}`)).code).toBe(0);
    expect([...machine.keys.keys()]).toEqual([key]);
    const manifest = machine.disk.get(machine.keys.get(key) ?? '') ?? '';
    expect(JSON.parse(manifest)).toMatchObject({ path: machine.executable, name: 'countersign.host' });
    expect((await run(machine, `status --browser ${id}`)).code).toBe(0);
    expect((await run(machine, `uninstall --browser ${id}${scope}`)).code).toBe(0);
    expect([machine.keys.size, machine.disk.size]).toEqual([0, 1]);
  });

  it('finds a browser by its program', async () => {
    const machine = windowsMachine([edge]);
    await run(machine, 'install');
    expect([...machine.keys.keys()]).toEqual([
      'HKCU\\Software\\Microsoft\\Edge\\NativeMessagingHosts\\countersign.host',
    ]);
  });

  it('keeps the manifest that another browser’s key still names', async () => {
    const machine = windowsMachine();
    await run(machine, 'install --browser edge --browser chromium');
    await run(machine, 'uninstall --browser edge');
    expect(machine.disk.has(chromiumManifest)).toBe(true);
    expect((await run(machine, 'status --browser chromium')).code).toBe(0);
    await run(machine, 'uninstall --browser chromium');
    expect(machine.disk.has(chromiumManifest)).toBe(false);
  });

  it('takes away a key whose manifest is gone', async () => {
    const machine = windowsMachine();
    await run(machine, 'install --browser edge');
    machine.disk.delete(chromiumManifest);
    expect((await run(machine, 'status --browser edge')).code).toBe(3);
    await run(machine, 'uninstall --browser edge');
    expect(machine.keys.size).toBe(0);
  });

  it.each([
    ['D:\\tools\\countersign-host.exe', '', 1],
    ['C:\\Users\\pat\\Countersign\\countersign-host.exe', '', 0],
    ['C:\\Users\\pat\\Countersign\\countersign-host.exe', ' --system', 1],
    ['C:\\Program Files\\..\\temp\\countersign-host.exe', ' --system', 1],
    ['C:\\Program Files\\Countersign\\countersign-host.exe', ' --system', 0],
  ])('a program at %s%s ends with %i (attacks.md 96)', async (path, scope, code) => {
    const machine = windowsMachine([], path);
    expect((await run(machine, `install --browser edge${scope}`)).code).toBe(code);
    expect(machine.keys.size).toBe(1 - code);
  });
});

describe('reg.exe', () => {
  const answering = (status: number, stdout = '') => {
    const calls: string[][] = [];
    const reg: RunReg = (args) => {
      calls.push([...args]);
      return { status, stdout };
    };
    return { calls, registry: windowsRegistry(reg) };
  };

  it('reads the default value, whatever its name in the system’s language', () => {
    const output =
      '\r\nHKEY_CURRENT_USER\\Software\\X\r\n    (Standard)    REG_SZ    C:\\Users\\pat\\a b\\m.json\r\n\r\n';
    const { calls, registry } = answering(0, output);
    expect(registry.read('HKCU\\Software\\X')).toBe('C:\\Users\\pat\\a b\\m.json');
    expect(calls).toEqual([['query', 'HKCU\\Software\\X', '/ve']]);
  });

  it('writes and removes one key, and tells where that is refused', () => {
    const { calls, registry } = answering(0);
    registry.write('HKCU\\K', 'C:\\m.json');
    registry.remove('HKCU\\K');
    expect(calls).toEqual([
      ['add', 'HKCU\\K', '/ve', '/t', 'REG_SZ', '/d', 'C:\\m.json', '/f'],
      ['delete', 'HKCU\\K', '/f'],
    ]);
    const refusing = answering(1).registry;
    expect(refusing.read('HKLM\\K')).toBeNull();
    expect(() => refusing.write('HKLM\\K', 'x')).toThrow('reg.exe refused');
  });
});
