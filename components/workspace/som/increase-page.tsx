import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { Printer } from 'lucide-react';
import type { IncreaseModel, IncreaseWish, SomSubstanceView } from '@/lib/desk';
import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { IncreasePrint } from '../../print/increase-print';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { ActForm } from '../act/act-form';
import { Page } from '../page';
import { IncreaseForm } from './increase-form';
import { named } from './named';

/** A request for an increase: written, looked at as it will stand on paper, recorded, printed. The supplier decides. */
export function IncreasePage({ code }: { readonly code: string }) {
  const { desk } = useServices();
  const found = useLoaded(
    useCallback(async () => {
      const [view, suppliers] = await Promise.all([desk.somSubstance(code), desk.suppliers()]);
      return { view, suppliers };
    }, [desk, code]),
  );
  const view = found.phase === 'ready' ? found.value.view : null;
  return (
    <Page
      title={view ? say('increase.of', { substance: view.name }) : say('increase.title')}
      actions={
        <Link className="button" href={`/monitoring/${encodeURIComponent(code)}`}>
          {view ? named(view.name) : say('monitoring.back')}
        </Link>
      }
    >
      {found.phase === 'loading' && <Bars rows={5} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && !view && (
        <Notice tone="information">{say('monitoring.unknown-substance', { code })}</Notice>
      )}
      {found.phase === 'ready' && view && <Writing view={view} suppliers={found.value.suppliers} />}
    </Page>
  );
}

interface WritingProps {
  readonly view: SomSubstanceView;
  readonly suppliers: readonly PortalProfile[];
}

interface Shown {
  readonly wish: IncreaseWish;
  readonly model: IncreaseModel;
  readonly recorded: boolean;
}

function Writing({ view, suppliers }: WritingProps) {
  const { desk, saveFile } = useServices();
  const [wish, setWish] = useState<IncreaseWish | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const { busy, fault, act } = useAct();
  const show = (next: IncreaseWish) =>
    act(async () => {
      setWish(next);
      setShown({ wish: next, model: await desk.increaseModel(next), recorded: false });
    });
  if (!shown)
    return (
      <>
        {fault && <FaultNotice fault={fault} />}
        <IncreaseForm
          code={view.code}
          suppliers={suppliers}
          before={wish}
          busy={busy}
          onShow={(next) => void show(next)}
        />
      </>
    );
  const { model, recorded } = shown;
  return (
    <>
      <Notice tone={recorded ? 'good' : 'information'} role="status">
        <p>{say(recorded ? 'increase.recorded' : 'increase.not-recorded')}</p>
        <div className="actions">
          {recorded ? (
            <Button
              look="primary"
              icon={<Printer size={16} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              {say('print.action')}
            </Button>
          ) : (
            <>
              <AskInDialog look="plain" label={say('increase.record')} title={say('increase.title')}>
                {(close) => (
                  <ActForm
                    label={say('increase.record')}
                    check={() => true}
                    onAct={async (by) => {
                      const said = await desk.requestIncrease({ ...by, ...shown.wish });
                      setShown({ wish: shown.wish, model: said, recorded: true });
                    }}
                    onDone={close}
                    onCancel={close}
                  >
                    <p>{say('increase.explain')}</p>
                  </ActForm>
                )}
              </AskInDialog>
              <Button onClick={() => setShown(null)}>{say('increase.change')}</Button>
            </>
          )}
          <Button
            look="quiet"
            onClick={() =>
              saveFile('countersign-increase.csv', new TextEncoder().encode(desk.increaseCsv(model)))
            }
          >
            {say('increase.csv')}
          </Button>
        </div>
      </Notice>
      <IncreasePrint model={model} />
    </>
  );
}
