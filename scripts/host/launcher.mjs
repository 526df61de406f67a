/**
 * Finds Node also where a browser that was started from a dock or menu has a short PATH. NODE_OPTIONS could load foreign
 * code into the process that is handed a PIN.
 */
export const launcher = `#!/bin/sh
self="$0"
while [ -L "$self" ]; do
  to="$(readlink "$self")"
  case "$to" in
    /*) self="$to" ;;
    *) self="$(dirname "$self")/$to" ;;
  esac
done
here="$(CDPATH= cd -- "$(dirname -- "$self")" && pwd -P)"
unset NODE_OPTIONS NODE_PATH
PATH="$PATH:/usr/local/bin:/usr/bin:/opt/homebrew/bin"
export PATH
if ! command -v node >/dev/null 2>&1; then
  echo "countersign-host: Node.js 20 or later wasn't found. Install it, or use the single executable." >&2
  exit 127
fi
exec node "$here/countersign-host.mjs" "$@"
`;

export const windowsLauncher = [
  '@echo off',
  'setlocal',
  'set NODE_OPTIONS=',
  'set NODE_PATH=',
  'node "%~dp0countersign-host.mjs" %*',
  'exit /b %errorlevel%',
  '',
].join('\r\n');
