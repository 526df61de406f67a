import { fileURLToPath } from 'node:url';
import { makeDemoPki, type DemoPki } from './make-demo-pki';

/** The demo PKI that tests share, made once and kept outside the repository's files. */
export function demoPki(): DemoPki {
  return makeDemoPki({
    dir: fileURLToPath(new URL('../../.cache/demo-pki', import.meta.url)),
    now: Date.now(),
  });
}
