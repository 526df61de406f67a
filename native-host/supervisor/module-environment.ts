/**
 * What vendors' modules read of the environment: home and runtime folders, language, the display for a PIN dialog of their
 * own, and their own settings. Left out is whatever changes how a process is loaded (LD_*, DYLD_*, NODE_*) and what
 * concerns nobody.
 */
const NAMES: ReadonlySet<string> = new Set([
  ...['HOME', 'USER', 'LOGNAME', 'PATH', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR'],
  ...['XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_CONFIG_DIRS', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'],
  ...['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['SOFTHSM2_CONF', 'OPENSC_CONF', 'PCSCLITE_CSOCK_NAME', 'PCSCLITE_FILTER_IGNORE_READER_NAMES'],
  ...[
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'USERPROFILE',
    'USERNAME',
    'USERDOMAIN',
    'TEMP',
    'TMP',
  ],
  ...[
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
    'ALLUSERSPROFILE',
    'COMMONPROGRAMFILES',
    'COMMONPROGRAMFILES(X86)',
  ],
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'PROCESSOR_ARCHITECTURE', 'COMPUTERNAME'],
]);

export function moduleEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => NAMES.has(name.toUpperCase()) || /^LC_[A-Z]+$/.test(name)),
  );
}
