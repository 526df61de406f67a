import { fileURLToPath } from 'node:url';
import { makeDemoPki, type DemoPki } from '../pki/make-demo-pki';

/** Everything in UTC noon of a working day, so that legal days don't depend on where the test runs. */
export const START = Date.parse('2026-11-23T18:00:00Z');

/** The certificates that every desk world stands on, made once and kept outside the repository's files. */
export function deskPki(): DemoPki {
  return makeDemoPki({ dir: fileURLToPath(new URL('../../.cache/desk-pki', import.meta.url)), now: START });
}
