import { keyUsageBits } from '../certificate/extensions';
import { x509Of } from '../certificate/x509';
import { isSelfIssued, type Judging } from './judging';

/** RFC 5280 6.1.4 (k)–(n): whoever signed a certificate of the path is a CA and may, and the path is not too long. */
export function judgeAuthorities(judging: Judging): void {
  // How many CAs that aren't self-issued may still follow.
  let pathLeft = Infinity;
  for (const certificate of judging.down.slice(0, -1)) {
    const { version, basicConstraints, keyUsage } = x509Of(certificate);
    const isAnchor = certificate === judging.anchor;
    const isAnchorOfOldForm = isAnchor && version < 3;
    if (!isAnchorOfOldForm && !basicConstraints?.ca) judging.object(certificate, 'certificate/not-a-ca');
    if (keyUsage && !keyUsage.has(keyUsageBits.keyCertSign))
      judging.object(certificate, 'certificate/key-usage');
    if (!isAnchor && !isSelfIssued(certificate) && pathLeft-- <= 0)
      judging.object(certificate, 'certificate/path-too-long');
    pathLeft = Math.min(pathLeft, basicConstraints?.pathLength ?? Infinity);
  }
}
