import { useState } from 'react';
import type { ProductsView } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { UnknownTable } from './unknown-table';

interface UnknownSectionProps extends Pick<ProductsView, 'unknown' | 'others' | 'more'> {
  readonly onPlaced: (product: string) => void;
}

/** What isn't recognised: first what may be controlled; the rest of a purchase history when somebody asks for it. */
export function UnknownSection({ unknown, others, more, onPlaced }: UnknownSectionProps) {
  const [showsOthers, setShowsOthers] = useState(false);
  return (
    <section className="monitor-part" aria-labelledby="products-unknown">
      <h2 id="products-unknown">{say('products.unknown')}</h2>
      {unknown.length === 0 ? (
        <p className="quiet prose">
          {say(others.length === 0 ? 'products.unknown-none' : 'products.unknown-none-told')}
        </p>
      ) : (
        <>
          <p className="quiet prose">{say('products.unknown-why')}</p>
          <UnknownTable label={say('products.unknown')} products={unknown} onPlaced={onPlaced} />
        </>
      )}
      {others.length > 0 && !showsOthers && (
        <Button onClick={() => setShowsOthers(true)}>
          {say('products.show-others', { count: others.length })}
        </Button>
      )}
      {others.length > 0 && showsOthers && (
        <>
          <h3>{say('products.others')}</h3>
          <p className="quiet prose">{say('products.others-why')}</p>
          <UnknownTable label={say('products.others')} products={others} onPlaced={onPlaced} />
        </>
      )}
      {more && <p className="quiet">{say('products.more')}</p>}
    </section>
  );
}
