import './workspace.css';
import { useRef } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { besideKinds } from '@/lib/order';
import { say } from '@/lib/words';
import { PrintPage } from '../print/print-page';
import { Notice } from '../ui/notice';
import { ArchivePage } from './archive/archive-page';
import { CertificatesPage } from './certificates-page';
import { EnrolmentPage } from './enrolment/enrolment-page';
import { Nav } from './nav';
import { OrderPage } from './orders/order-page';
import { OrdersPage } from './orders/orders-page';
import { StatementsPage } from './orders/statements-page';
import { PeoplePage } from './people-page';
import { ProductsPage } from './products/products-page';
import { ReceivePage } from './receive/receive-page';
import { NewRecordPage } from './records/new-record-page';
import { RecordPage } from './records/record-page';
import { RecordsPage } from './records/records-page';
import { SettingsPage } from './settings/settings-page';
import { SetupPage } from './setup/setup-page';
import { IncreasePage } from './som/increase-page';
import { OverviewPage } from './som/overview-page';
import { RatiosPage } from './som/ratios-page';
import { SubstancePage } from './som/substance-page';
import { SuppliersPage } from './suppliers-page';
import { TodayPage } from './today-page';

/** The full page. Its addresses are `workspace.html#/…`, so that popup, panel and notification can lead to a place in it. */
export function Workspace() {
  const content = useRef<HTMLElement>(null);
  return (
    <Router hook={useHashLocation}>
      <div className="workspace">
        <button type="button" className="button skip" onClick={() => content.current?.focus()}>
          {say('workspace.skip')}
        </button>
        <Nav />
        <main ref={content} className="content" tabIndex={-1}>
          <Switch>
            <Route path="/" component={TodayPage} />
            <Route path="/orders" component={OrdersPage} />
            <Route path="/orders/:id">
              {({ id }) => <OrderPage key={id} orderId={decodeURIComponent(id)} />}
            </Route>
            <Route path="/orders/:id/statements">
              {({ id }) => <StatementsPage key={id} orderId={decodeURIComponent(id)} />}
            </Route>
            <Route path="/orders/:id/print">
              {({ id }) => <PrintPage key={id} orderId={decodeURIComponent(id)} />}
            </Route>
            <Route path="/receive/:id">
              {({ id }) => <ReceivePage key={id} orderId={decodeURIComponent(id)} />}
            </Route>
            <Route path="/records" component={RecordsPage} />
            <Route path="/records/new/:kind">
              {({ kind }) => {
                const known = besideKinds.find((each) => each === kind);
                return known ? <NewRecordPage key={known} kind={known} /> : <RecordsPage />;
              }}
            </Route>
            <Route path="/records/:id">
              {({ id }) => <RecordPage key={id} recordId={decodeURIComponent(id)} />}
            </Route>
            <Route path="/monitoring" component={OverviewPage} />
            <Route path="/monitoring/ratios" component={RatiosPage} />
            <Route path="/monitoring/products" component={ProductsPage} />
            <Route path="/monitoring/:code">
              {({ code }) => <SubstancePage key={code} code={decodeURIComponent(code)} />}
            </Route>
            <Route path="/monitoring/:code/increase">
              {({ code }) => <IncreasePage key={code} code={decodeURIComponent(code)} />}
            </Route>
            <Route path="/suppliers" component={SuppliersPage} />
            <Route path="/certificates" component={CertificatesPage} />
            <Route path="/people" component={PeoplePage} />
            <Route path="/settings" component={SettingsPage} />
            <Route path="/enrolment" component={EnrolmentPage} />
            <Route path="/archive" component={ArchivePage} />
            <Route path="/setup">{() => <SetupPage />}</Route>
            <Route path="/setup/:step">{({ step }) => <SetupPage step={step} />}</Route>
            <Route>
              <Notice tone="information">{say('workspace.no-such-place')}</Notice>
            </Route>
          </Switch>
        </main>
      </div>
    </Router>
  );
}
