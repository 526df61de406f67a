import type { Judging } from './judging';
import { dayOf } from './path-input';

/** Validity is told in whole seconds, both ends included (RFC 5280 4.1.2.5). */
const SECOND_MS = 1000;

/** RFC 5280 6.1.3 (a)(2), for the trust anchor too. */
export function judgeValidity(judging: Judging): void {
  const { at } = judging.input;
  for (const certificate of judging.down) {
    const { notBefore, notAfter } = certificate;
    if (at < notBefore) judging.object(certificate, 'certificate/not-yet-valid', { date: dayOf(notBefore) });
    if (!(at < notAfter + SECOND_MS))
      judging.object(certificate, 'certificate/expired', { date: dayOf(notAfter) });
  }
}
