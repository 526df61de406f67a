import { formatSchedule } from '@/lib/base';
import type { CorrectionView } from '@/lib/desk';
import { say } from '@/lib/words';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { formatDay } from '../../ui/format-day';
import { VisibleText } from '../../ui/visible-text';
import { useServices } from '../../page/services';
import { ActForm } from '../act/act-form';
import { WideTable } from '../som/wide-table';
import { formName } from './form-name';
import { PlaceForm } from './place-form';

interface CorrectionsTableProps {
  readonly corrections: readonly CorrectionView[];
  readonly onWithdrawn: (product: string) => void;
  readonly onCorrected: (product: string) => void;
}

/** What was said of products, by people and by the directory, and how to take it back. */
export function CorrectionsTable({ corrections, onWithdrawn, onCorrected }: CorrectionsTableProps) {
  return (
    <WideTable label={say('products.corrections')}>
      <table className="table products-table">
        <thead>
          <tr>
            <th scope="col">{say('products.col.product')}</th>
            <th scope="col">{say('products.col.is')}</th>
            <th scope="col">{say('products.col.said')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('products.withdraw')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {corrections.map((correction) => {
            const { key, product, from, whoName, date } = correction;
            return (
              <tr key={key}>
                <th scope="row">
                  <VisibleText>{product}</VisibleText>
                </th>
                <td>{factsIn(correction)}</td>
                <td>
                  <VisibleText>
                    {say(`products.from.${from}`, { name: whoName, date: formatDay(date) })}
                  </VisibleText>
                </td>
                <td>
                  <CorrectionAct
                    correction={correction}
                    onWithdrawn={onWithdrawn}
                    onCorrected={onCorrected}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

interface CorrectionActProps extends Omit<CorrectionsTableProps, 'corrections'> {
  readonly correction: CorrectionView;
}

/** What a person said is withdrawn; what was learned would only be learned again, and is corrected. */
function CorrectionAct({ correction, onWithdrawn, onCorrected }: CorrectionActProps) {
  const { desk } = useServices();
  const { key, product, from, facts } = correction;
  if (from !== 'person')
    return (
      <AskInDialog
        label={say('products.correct')}
        of={say('products.correct-one', { product })}
        title={say('products.place-title')}
      >
        {(close) => (
          <PlaceForm
            product={{ key, text: product, read: facts }}
            onDone={() => {
              close();
              onCorrected(product);
            }}
            onCancel={close}
          />
        )}
      </AskInDialog>
    );
  return (
    <AskInDialog
      label={say('products.withdraw')}
      of={say('products.withdraw-one', { product })}
      title={say('products.withdraw-title')}
    >
      {(close) => (
        <ActForm
          label={say('products.withdraw-yes')}
          check={() => true}
          onAct={(by) => desk.withdrawCorrection({ ...by, key })}
          onDone={() => {
            close();
            onWithdrawn(product);
          }}
          onCancel={close}
        >
          <p>
            <VisibleText>{say('products.withdraw-explain', { product })}</VisibleText>
          </p>
        </ActForm>
      )}
    </AskInDialog>
  );
}

function factsIn({
  substanceName,
  facts: { strengthMg, form, packageSize, schedule },
}: CorrectionView): string {
  if (substanceName === null) return say('products.not-controlled');
  return [
    substanceName,
    strengthMg === null ? null : say('products.mg', { amount: strengthMg }),
    formName(form),
    packageSize === null ? null : say('products.per-package', { count: packageSize }),
    schedule === null || schedule === 'none' ? null : formatSchedule(schedule),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
