import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { asset, json, type Reply } from '../http/reply';
import { route, type Handler } from '../http/router';

/** Mutable: what the certification authority's web server does at the moment. */
export interface PkiSwitches {
  crlReachable: boolean;
  /** Another file in the place of the sub CA's list; null: the one that was made with the certificates. */
  subCrl: string | null;
}

const SwitchBody = v.object({ reachable: v.boolean() });

/** Serves the demo authority's revocation lists and CA certificates over plain HTTP, as CAs do. */
export function pkiHost(pkiDir: string, switches: PkiSwitches): Handler {
  const file = (name: string, type: string) => (): Reply => asset(readFileSync(resolve(pkiDir, name)), type);
  const crl = (name: string) => (): Reply =>
    switches.crlReachable
      ? file((name === 'sub.crl' ? switches.subCrl : null) ?? name, 'application/pkix-crl')()
      : { status: 503, headers: { 'content-type': 'text/plain' }, body: 'Service unavailable' };
  return route({
    'GET /root.crl': crl('root.crl'),
    'GET /sub.crl': crl('sub.crl'),
    'GET /root.cer': file('root.der', 'application/pkix-cert'),
    'GET /sub.cer': file('sub.der', 'application/pkix-cert'),
    'POST /admin/crl': ({ json: body }) => {
      switches.crlReachable = v.parse(SwitchBody, body).reachable;
      return json(switches);
    },
  });
}
