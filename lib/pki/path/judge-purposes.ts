import { readPurposes } from '../certificate/extensions';
import { oids } from '../oids';
import type { Judging } from './judging';

/** RFC 5280 4.2.1.12: a certificate that names purposes serves no other; so does a CA for what it certifies. */
export function judgePurposes(judging: Judging): void {
  const wanted = judging.input.purposes;
  for (const certificate of judging.down) {
    const allowed = judging.read(certificate, oids.extendedKeyUsage, readPurposes);
    if (allowed === null || wanted === undefined || wanted.includes(oids.anyPurpose)) continue;
    if (!allowed.some((purpose) => purpose === oids.anyPurpose || wanted.includes(purpose)))
      judging.object(certificate, 'certificate/extended-key-usage');
  }
}
