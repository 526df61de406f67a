import { useCallback } from 'react';
import { formatSchedule, type Schedule } from '@/lib/base';
import type { CertificateStatus } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { CertificateStatusWord } from '../ui/certificate-status';
import { FaultNotice } from '../ui/fault-notice';
import { formatDay } from '../ui/format-day';
import { Mark } from '../ui/mark';
import { useLoaded } from '../ui/use-loaded';
import { VisibleText } from '../ui/visible-text';
import { PfxForm } from './forms/pfx-form';
import { RootForm } from './forms/root-form';
import { ListImport } from './lists/list-import';
import { RevocationLists } from './lists/revocation-lists';
import { Page } from './page';
import { RootList } from './root-list';
import { SignedIn } from './signed-in';

/** Of a certificate that another window brought in between two reads. */
const NOT_CHECKED: CertificateStatus = { state: 'not-checked' };

/** Which certificates can sign here, and which root they lead to. */
export function CertificatesPage() {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(
    useCallback(
      async () => ({
        certificates: await desk.certificates(),
        roots: await desk.roots(),
        revocation: await desk.revocation(),
      }),
      [desk],
    ),
  );
  return (
    <Page title={say('workspace.nav.certificates')}>
      {found.phase === 'loading' && <Bars rows={4} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <>
          <section>
            <h2>{say('certificates.own')}</h2>
            {found.value.certificates.length === 0 ? (
              <p className="quiet">{say('certificates.none')}</p>
            ) : (
              <table className="table">
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
                  {found.value.certificates.map((certificate) => (
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
                          status={found.value.revocation.status[certificate.sha256] ?? NOT_CHECKED}
                          zone={found.value.revocation.zone}
                        />
                      </td>
                      <td>
                        <span className={`level tone-${certificate.hasKey ? 'good' : 'quiet'}`}>
                          <Mark tone={certificate.hasKey ? 'good' : 'quiet'} />
                          {say(certificate.hasKey ? 'certificates.key-here' : 'certificates.key-elsewhere')}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <RevocationLists view={found.value.revocation} onChanged={reload} />
          <section>
            <h2>{say('certificates.roots')}</h2>
            <RootList roots={found.value.roots} onRemoved={reload} />
          </section>
        </>
      )}
      <div className="columns">
        <section>
          <h2>{say('certificates.add')}</h2>
          <SignedIn>{() => <PfxForm onImported={reload} />}</SignedIn>
        </section>
        <div className="stack">
          <section>
            <h2>{say('certificates.add-root')}</h2>
            <RootForm onTrusted={reload} />
          </section>
          <section>
            <h2>{say('lists.import-title')}</h2>
            <SignedIn>{() => <ListImport onImported={reload} />}</SignedIn>
          </section>
        </div>
      </div>
    </Page>
  );
}
