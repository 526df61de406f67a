import './products.css';
import { useCallback, useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { SomPage } from '../som/som-page';
import { CorrectionsTable } from './corrections-table';
import { DirectorySection } from './directory-section';
import { UnknownSection } from './unknown-section';

/** What isn't recognised, what was said of products, and the FDA's list that tells most of them. */
export function ProductsPage() {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(useCallback(() => desk.productsToPlace(), [desk]));
  const [done, setDone] = useState<string | null>(null);
  const told = (sentence: string) => {
    setDone(sentence);
    reload();
  };
  return (
    <SomPage title={say('products.title')} lead={say('products.lead')}>
      {done !== null && (
        <Notice tone="good" role="status">
          <VisibleText>{done}</VisibleText>
        </Notice>
      )}
      {found.phase === 'loading' && <Bars rows={5} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <>
          <UnknownSection {...found.value} onPlaced={(product) => told(say('products.saved', { product }))} />
          <section className="monitor-part" aria-labelledby="products-corrections">
            <h2 id="products-corrections">{say('products.corrections')}</h2>
            {found.value.corrections.length === 0 ? (
              <p className="quiet">{say('products.corrections-none')}</p>
            ) : (
              <CorrectionsTable
                corrections={found.value.corrections}
                onWithdrawn={(product) => told(say('products.withdrawn', { product }))}
                onCorrected={(product) => told(say('products.saved', { product }))}
              />
            )}
          </section>
        </>
      )}
      <DirectorySection onImported={reload} />
    </SomPage>
  );
}
