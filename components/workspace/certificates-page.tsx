import { useCallback, useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { FaultNotice } from '../ui/fault-notice';
import { useLoaded } from '../ui/use-loaded';
import { ClockSection } from './clock/clock-section';
import { PfxForm } from './forms/pfx-form';
import { RootForm } from './forms/root-form';
import { ListImport } from './lists/list-import';
import { RevocationLists } from './lists/revocation-lists';
import { OwnCertificates } from './own-certificates';
import { Page } from './page';
import { RootList } from './root-list';
import { SignedIn } from './signed-in';
import { TokenForm } from './tokens/token-form';

/** Which certificates can sign here, and which root they lead to. */
export function CertificatesPage() {
  const { desk } = useServices();
  const [imports, setImports] = useState(0);
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
  const imported = () => {
    setImports((count) => count + 1);
    reload();
  };
  return (
    <Page title={say('workspace.nav.certificates')}>
      {found.phase === 'loading' && <Bars rows={4} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <>
          <OwnCertificates
            certificates={found.value.certificates}
            revocation={found.value.revocation}
            onChanged={reload}
          />
          {/* What was said of a fetch is over once a list came by file. */}
          <RevocationLists key={imports} view={found.value.revocation} onChanged={reload} />
          <ClockSection />
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
        <section>
          <h2>{say('tokens.title')}</h2>
          <SignedIn>{() => <TokenForm onAdded={reload} />}</SignedIn>
        </section>
      </div>
      <div className="columns">
        <section>
          <h2>{say('certificates.add-root')}</h2>
          <RootForm onTrusted={reload} />
        </section>
        <section>
          <h2>{say('lists.import-title')}</h2>
          <SignedIn>{() => <ListImport onImported={imported} />}</SignedIn>
        </section>
      </div>
    </Page>
  );
}
