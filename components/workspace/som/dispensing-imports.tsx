import { useState } from 'react';
import { legalDay } from '@/lib/base';
import type { DispensingImportView } from '@/lib/desk';
import { say } from '@/lib/words';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';
import { WithdrawDispensing } from './withdraw-dispensing';
import { WideTable } from './wide-table';

interface DispensingImportsProps {
  readonly imports: readonly DispensingImportView[];
  /** The registrant's zone. */
  readonly zone: string;
  readonly onWithdrawn: () => void;
}

/** Every dispensing file that was brought in, newest first, with what it covers and how to take it back. */
export function DispensingImports({ imports, zone, onWithdrawn }: DispensingImportsProps) {
  const [done, setDone] = useState<string | null>(null);
  return (
    <section aria-labelledby="dispensing-imports">
      <h3 id="dispensing-imports">{say('dispensing.imports')}</h3>
      {done !== null && (
        <Notice tone="good" role="status">
          <VisibleText>{say('dispensing.withdraw-done', { file: done })}</VisibleText>
        </Notice>
      )}
      {imports.length === 0 ? (
        <p className="quiet">{say('dispensing.none')}</p>
      ) : (
        <WideTable label={say('dispensing.imports')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('history.col.file')}</th>
                <th scope="col" className="num">
                  {say('dispensing.col.sums')}
                </th>
                <th scope="col">{say('history.col.days')}</th>
                <th scope="col">{say('history.col.imported')}</th>
                <th scope="col">
                  <span className="visually-hidden">{say('dispensing.withdraw')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {imports.map((one) => (
                <ImportRow
                  key={one.id}
                  one={one}
                  zone={zone}
                  onDone={() => {
                    setDone(one.file);
                    onWithdrawn();
                  }}
                />
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  );
}

interface ImportRowProps {
  readonly one: DispensingImportView;
  readonly zone: string;
  readonly onDone: () => void;
}

function ImportRow({ one, zone, onDone }: ImportRowProps) {
  const { file, rows, from, to, at, whoName, withdrawn } = one;
  const day = (moment: number) => formatDay(legalDay(moment, zone));
  return (
    <tr>
      <th scope="row">
        <VisibleText>{file}</VisibleText>
      </th>
      <td className="num">{rows.toLocaleString('en-US')}</td>
      <td>{say('history.days', { from: formatDay(from), to: formatDay(to) })}</td>
      <td>
        <VisibleText>{say('history.by', { date: day(at), name: whoName })}</VisibleText>
      </td>
      <td>
        {withdrawn ? (
          <VisibleText>
            {say('history.withdrawn', {
              date: day(withdrawn.at),
              name: withdrawn.whoName,
              reason: withdrawn.reason,
            })}
          </VisibleText>
        ) : (
          <AskInDialog
            label={say('dispensing.withdraw')}
            of={say('dispensing.withdraw-one', { file })}
            title={say('dispensing.withdraw-title')}
          >
            {(close) => (
              <WithdrawDispensing
                one={one}
                onDone={() => {
                  close();
                  onDone();
                }}
                onCancel={close}
              />
            )}
          </AskInDialog>
        )}
      </td>
    </tr>
  );
}
