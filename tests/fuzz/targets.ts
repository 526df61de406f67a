import type { DemoPki } from '../pki/make-demo-pki';
import type { Target } from './target';
import { certificateTarget } from './targets/certificate';
import { cmsTarget } from './targets/cms';
import { crlTarget } from './targets/crl';
import { deaExtensionsTarget } from './targets/dea-extensions';
import { documentsTarget } from './targets/documents';
import { hostTarget } from './targets/host';
import { pathTarget } from './targets/path';
import { pemTarget } from './targets/pem';
import { pfxInsideTarget, pfxTarget } from './targets/pfx';

/** Every reader of foreign bytes in lib/pki, orders and suppliers' answers, and the native host; prepared one by one, each when it is asked for. */
export const targets = {
  certificate: certificateTarget,
  crl: crlTarget,
  cms: cmsTarget,
  pfx: pfxTarget,
  'pfx-inside': pfxInsideTarget,
  pem: pemTarget,
  'dea-extensions': deaExtensionsTarget,
  path: pathTarget,
  host: hostTarget,
  documents: documentsTarget,
} as const satisfies Readonly<Record<string, (pki: DemoPki) => Target | Promise<Target>>>;

export type TargetName = keyof typeof targets;
export const targetNames = Object.keys(targets) as readonly TargetName[];
