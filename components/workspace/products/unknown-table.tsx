import { useState } from 'react';
import { limits } from '@/lib/base';
import type { UnknownProductView } from '@/lib/desk';
import { say } from '@/lib/words';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { Button } from '../../ui/button';
import { Code } from '../../ui/code';
import { formatDay } from '../../ui/format-day';
import { VisibleText } from '../../ui/visible-text';
import { WideTable } from '../som/wide-table';
import { PlaceForm } from './place-form';

interface UnknownTableProps {
  readonly label: string;
  readonly products: readonly UnknownProductView[];
  readonly onPlaced: (product: string) => void;
}

/** Products whose lines count nowhere, and what is missing of each; so many at once. */
export function UnknownTable({ label, products, onPlaced }: UnknownTableProps) {
  const [shown, setShown] = useState<number>(limits.unknownProductsShown);
  const next = Math.min(products.length - shown, limits.unknownProductsShown);
  return (
    <>
      <WideTable label={label}>
        <Rows products={products.slice(0, shown)} onPlaced={onPlaced} />
      </WideTable>
      {next > 0 && (
        <Button onClick={() => setShown(shown + next)}>{say('products.show-next', { count: next })}</Button>
      )}
    </>
  );
}

function Rows({ products, onPlaced }: Omit<UnknownTableProps, 'label'>) {
  return (
    <table className="table products-table">
      <thead>
        <tr>
          <th scope="col">{say('products.col.product')}</th>
          <th scope="col">{say('products.col.ndc')}</th>
          <th scope="col">{say('products.col.missing')}</th>
          <th scope="col" className="num">
            {say('products.col.lines')}
          </th>
          <th scope="col">{say('products.col.last')}</th>
          <th scope="col">
            <span className="visually-hidden">{say('products.place')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <tr key={product.key}>
            <th scope="row">
              <VisibleText>{product.text}</VisibleText>
            </th>
            <td className="nowrap">{product.ndc !== null && <Code>{product.ndc}</Code>}</td>
            <td>{missingOf(product.read)}</td>
            <td className="num">{product.lines.toLocaleString('en-US')}</td>
            <td className="nowrap">{formatDay(product.last)}</td>
            <td>
              <AskInDialog
                label={say('products.place')}
                of={say('products.place-one', { product: product.text })}
                title={say('products.place-title')}
              >
                {(close) => (
                  <PlaceForm
                    product={product}
                    onDone={() => {
                      close();
                      onPlaced(product.text);
                    }}
                    onCancel={close}
                  />
                )}
              </AskInDialog>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function missingOf({ substanceCode, strengthMg, packageSize }: UnknownProductView['read']): string {
  const missing = [
    substanceCode === null ? say('products.missing.substance') : null,
    strengthMg === null ? say('products.missing.strength') : null,
    packageSize === null ? say('products.missing.packageSize') : null,
  ];
  return missing.filter((part) => part !== null).join(', ');
}
