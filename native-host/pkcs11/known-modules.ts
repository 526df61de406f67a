import { statSync } from 'node:fs';
import { win32 } from 'node:path';
import type { HostModule } from '@/lib/host';

type Family = 'linux' | 'darwin' | 'win32';
interface KnownModule {
  readonly name: string;
  /** Where makers and distributions put it; the first that is there is meant. */
  readonly paths: Readonly<Record<Family, readonly string[]>>;
}

/** Debian's folder for libraries of this processor. */
const debian: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** `%ProgramFiles%` and `%SystemRoot%` stand for what this Windows calls them. */
function knownModules(arch: string): readonly KnownModule[] {
  const lib = debian[arch] ?? `${arch}-linux-gnu`;
  return [
    {
      name: 'OpenSC',
      paths: {
        linux: [
          `/usr/lib/${lib}/opensc-pkcs11.so`,
          `/usr/lib/${lib}/pkcs11/opensc-pkcs11.so`,
          '/usr/lib64/opensc-pkcs11.so',
          '/usr/lib64/pkcs11/opensc-pkcs11.so',
          '/usr/lib/opensc-pkcs11.so',
        ],
        darwin: ['/Library/OpenSC/lib/opensc-pkcs11.so', '/opt/homebrew/lib/pkcs11/opensc-pkcs11.so'],
        win32: ['%ProgramFiles%\\OpenSC Project\\OpenSC\\pkcs11\\opensc-pkcs11.dll'],
      },
    },
    {
      name: 'SafeNet (Thales) eToken',
      paths: {
        linux: ['/usr/lib/libeTPkcs11.so', '/usr/lib64/libeTPkcs11.so', '/lib/libeTPkcs11.so'],
        darwin: [
          '/usr/local/lib/libeTPkcs11.dylib',
          '/Library/Frameworks/eToken.framework/Versions/A/libeToken.dylib',
        ],
        win32: ['%SystemRoot%\\System32\\eTPKCS11.dll'],
      },
    },
    {
      name: 'YubiKey',
      paths: {
        linux: [
          `/usr/lib/${lib}/libykcs11.so`,
          `/usr/lib/${lib}/libykcs11.so.2`,
          '/usr/lib64/libykcs11.so',
          '/usr/lib64/libykcs11.so.2',
          '/usr/local/lib/libykcs11.so',
        ],
        darwin: ['/usr/local/lib/libykcs11.dylib', '/opt/homebrew/lib/libykcs11.dylib'],
        win32: ['%ProgramFiles%\\Yubico\\Yubico PIV Tool\\bin\\libykcs11.dll'],
      },
    },
    {
      name: 'SoftHSM2',
      paths: {
        linux: [
          `/usr/lib/${lib}/softhsm/libsofthsm2.so`,
          '/usr/lib/softhsm/libsofthsm2.so',
          '/usr/lib64/pkcs11/libsofthsm2.so',
          '/usr/lib64/softhsm/libsofthsm2.so',
        ],
        darwin: ['/opt/homebrew/lib/softhsm/libsofthsm2.so', '/usr/local/lib/softhsm/libsofthsm2.so'],
        win32: ['%ProgramFiles%\\SoftHSM2\\lib\\softhsm2-x64.dll'],
      },
    },
  ];
}

/** What is looked at: the system as `process` names it, and whether a path leads to a file there. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: NodeJS.ProcessEnv;
  readonly isFile: (path: string) => boolean;
}

const thisSystem: System = {
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
};

/** One entry a maker: where its module lies on this system, or where it would. */
export function findKnownModules(system: System = thisSystem): HostModule[] {
  const { platform } = system;
  const family: Family = platform === 'win32' || platform === 'darwin' ? platform : 'linux';
  return knownModules(system.arch).flatMap(({ name, paths }) => {
    const places = paths[family].map((path) => spelled(path, system));
    const found = places.find((path) => system.isFile(path));
    const path = found ?? places[0];
    return path === undefined ? [] : [{ name, path, found: found !== undefined }];
  });
}

function spelled(path: string, { platform, env }: System): string {
  if (platform !== 'win32') return path;
  const folders = {
    '%ProgramFiles%': env['ProgramW6432'] ?? env['ProgramFiles'] ?? 'C:\\Program Files',
    '%SystemRoot%': env['SystemRoot'] ?? 'C:\\Windows',
  };
  return Object.entries(folders).reduce(
    (text, [sign, folder]) => (text.startsWith(sign) ? win32.join(folder, text.slice(sign.length)) : text),
    path,
  );
}
