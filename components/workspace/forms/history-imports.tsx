import { useState } from 'react';
import { legalDay, limits } from '@/lib/base';
import type { HistoryImportView } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';
import { WithdrawImport } from './withdraw-import';

interface HistoryImportsProps {
  readonly imports: readonly HistoryImportView[];
  /** The registrant's zone. */
  readonly zone: string;
  readonly onWithdrawn: () => void;
}

/** Every file of earlier orders that was brought in, newest first, with what it covers and how to take it back. */
export function HistoryImports({ imports, zone, onWithdrawn }: HistoryImportsProps) {
  const [asked, setAsked] = useState<HistoryImportView | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const day = (at: number) => formatDay(legalDay(at, zone));
  return (
    <section aria-labelledby="history-imports">
      <h3 id="history-imports">{say('history.imports')}</h3>
      {done !== null && (
        <Notice tone="good" role="status">
          <VisibleText>{say('history.withdraw-done', { file: done })}</VisibleText>
        </Notice>
      )}
      {imports.length === 0 ? (
        <p className="quiet">{say('history.imports-none')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('history.col.file')}</th>
              <th scope="col" className="num">
                {say('history.col.lines')}
              </th>
              <th scope="col">{say('history.col.days')}</th>
              <th scope="col">{say('history.col.suppliers')}</th>
              <th scope="col">{say('history.col.imported')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('history.withdraw')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <ImportRow key={one.id} one={one} day={day} onAsk={() => setAsked(one)} />
            ))}
          </tbody>
        </table>
      )}
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={say('history.withdraw-title')}>
        {asked && (
          <WithdrawImport
            one={asked}
            onDone={() => {
              setDone(asked.file);
              setAsked(null);
              onWithdrawn();
            }}
            onCancel={() => setAsked(null)}
          />
        )}
      </Dialog>
    </section>
  );
}

interface ImportRowProps {
  readonly one: HistoryImportView;
  readonly day: (at: number) => string;
  readonly onAsk: () => void;
}

function ImportRow({ one, day, onAsk }: ImportRowProps) {
  const { file, of, page, lines, from, to, suppliers, at, whoName, withdrawn, withdrawnBy } = one;
  const total = of?.total ?? lines;
  const names = suppliers.join(', ');
  return (
    <tr>
      <th scope="row">
        <VisibleText>{file}</VisibleText>
        {page && <span className="quiet small"> {say('history.from-page')}</span>}
      </th>
      <td className="num">
        {lines.toLocaleString('en-US')}
        {lines < total && (
          <span className="quiet small"> {say('history.unfinished', { done: lines, total })}</span>
        )}
      </td>
      <td className="nowrap">{say('history.days', { from: formatDay(from), to: formatDay(to) })}</td>
      <td>
        <VisibleText>
          {suppliers.length < limits.importSuppliersShown ? names : say('history.more-suppliers', { names })}
        </VisibleText>
      </td>
      <td>
        <VisibleText>{say('history.by', { date: day(at), name: whoName })}</VisibleText>
      </td>
      <td>
        {withdrawn ? (
          <VisibleText>
            {say('history.withdrawn', {
              date: day(withdrawn.at),
              name: withdrawnBy ?? '',
              reason: withdrawn.reason,
            })}
          </VisibleText>
        ) : (
          <Button look="quiet" aria-label={say('history.withdraw-one', { file })} onClick={onAsk}>
            {say('history.withdraw')}
          </Button>
        )}
      </td>
    </tr>
  );
}
