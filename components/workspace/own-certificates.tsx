import { useState } from 'react';
import { formatSchedule, type Schedule } from '@/lib/base';
import type { CertificateChoice, CertificateStatus, RevocationView } from '@/lib/desk';
import { say } from '@/lib/words';
import { CertificateStatusWord } from '../ui/certificate-status';
import { formatDay } from '../ui/format-day';
import { Mark } from '../ui/mark';
import { Notice } from '../ui/notice';
import { tokenLabel } from '../ui/token-label';
import { VisibleText } from '../ui/visible-text';
import { KeyActions } from './keys/key-actions';

interface OwnCertificatesProps {
  readonly certificates: readonly CertificateChoice[];
  readonly revocation: RevocationView;
  readonly onChanged: () => void;
}

/** Of a certificate that another window brought in between two reads. */
const NOT_CHECKED: CertificateStatus = { state: 'not-checked' };

/** The pharmacy's certificates: whose they are, what they cover, how they stand, and where their keys are. */
export function OwnCertificates({ certificates, revocation, onChanged }: OwnCertificatesProps) {
  const [done, setDone] = useState<string | null>(null);
  const changed = (sentence: string) => {
    setDone(sentence);
    onChanged();
  };
  return (
    <section>
      <h2>{say('certificates.own')}</h2>
      {done !== null && (
        <Notice tone="good" role="status">
          <VisibleText>{done}</VisibleText>
        </Notice>
      )}
      {certificates.length === 0 ? (
        <p className="quiet">{say('certificates.none')}</p>
      ) : (
        <table className="table own-certificates">
          <thead>
            <tr>
              <th scope="col">{say('certificates.col.holder')}</th>
              <th scope="col">{say('certificates.col.registrant')}</th>
              <th scope="col">{say('certificates.col.schedules')}</th>
              <th scope="col">{say('certificates.col.until')}</th>
              <th scope="col">{say('status.col')}</th>
              <th scope="col">{say('certificates.col.key')}</th>
            </tr>
          </thead>
          <tbody>
            {certificates.map((certificate) => (
              <tr key={certificate.sha256}>
                <th scope="row">
                  <VisibleText>{certificate.commonName}</VisibleText>
                </th>
                <td>
                  <VisibleText>{certificate.registrantName ?? say('ui.unknown')}</VisibleText>
                </td>
                <td>{certificate.schedules.map((s) => formatSchedule(s as Schedule)).join(', ')}</td>
                <td className="nowrap">{formatDay(certificate.validUntil)}</td>
                <td>
                  <CertificateStatusWord
                    status={revocation.status[certificate.sha256] ?? NOT_CHECKED}
                    zone={revocation.zone}
                  />
                </td>
                <td>
                  <span className={`level tone-${certificate.hasKey ? 'good' : 'quiet'}`}>
                    <Mark tone={certificate.hasKey ? 'good' : 'quiet'} />
                    <VisibleText>{whereKeyIs(certificate)}</VisibleText>
                  </span>
                  {certificate.hasKey && <KeyActions certificate={certificate} onDone={changed} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function whereKeyIs({ hasKey, token }: CertificateChoice): string {
  if (token) return say('keys.in-token', { label: tokenLabel(token) });
  return say(hasKey ? 'certificates.key-here' : 'certificates.key-elsewhere');
}
