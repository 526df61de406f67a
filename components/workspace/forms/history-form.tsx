import { useState } from 'react';
import type { Fault } from '@/lib/base';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';
import { FileField } from './file-field';

interface Report {
  readonly taken: number;
  readonly refused: readonly { readonly row: number; readonly fault: Fault }[];
}

/** Rows of refusals that are shown; the count says how many there are. */
const SHOWN = 50;

/** Orders placed before Countersign was there: without them every order looks unusual. */
export function HistoryForm({ onImported }: { readonly onImported?: () => void }) {
  const { desk, send } = useServices();
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const { busy, fault, act } = useAct();

  const load = (chosen: File) =>
    act(async () => {
      setReport(null);
      const { taken, refused } = await desk.importHistory(chosen.name, await chosen.text(), (done, total) =>
        setProgress({ done, total }),
      );
      setReport({ taken: taken.length, refused });
      await send('archive.changed', {});
      onImported?.();
    });

  return (
    <div className="form">
      <FileField
        label={say('history.file')}
        hint={say('history.file-hint')}
        accept=".csv,text/csv"
        onFile={setFile}
      />
      <div className="actions">
        <Button disabled={!file || busy} onClick={() => file && void load(file)}>
          {say('history.import')}
        </Button>
      </div>
      {busy && progress && <Progress label={say('history.import')} {...progress} />}
      {fault && <FaultNotice fault={fault} />}
      {report && (
        <Notice tone={report.refused.length > 0 ? 'caution' : 'good'} role="status">
          <p>{say('history.taken', { count: report.taken })}</p>
          {report.refused.length > 0 && <p>{say('history.refused', { count: report.refused.length })}</p>}
          <ul className="refused">
            {report.refused.slice(0, SHOWN).map(({ row, fault: of }) => (
              <li key={row}>
                <VisibleText>
                  {say('import/row-refused', { row, detail: say.loose(of.code, of.params) })}
                </VisibleText>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
