import { useState } from 'react';
import type { HistoryMapping, HistoryPreview, HistoryReport } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';
import { FileField } from './file-field';
import { HistoryColumns } from './history-columns';

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly preview: HistoryPreview;
}

/** Rows of refusals that are shown; the count says how many there are, and the file holds all. */
const SHOWN = 50;

/** Orders placed before Countersign was there: without them every order looks unusual. Nothing is taken before its look. */
export function HistoryForm({ onImported }: { readonly onImported?: () => void }) {
  const { desk, send, saveFile } = useServices();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [report, setReport] = useState<HistoryReport | null>(null);
  const { busy, fault, act } = useAct();

  const look = (file: File) =>
    act(async () => {
      setReport(null);
      setChosen(null);
      const text = await file.text();
      setChosen({ name: file.name, text, preview: desk.previewHistory(text) });
    });
  const remap = ({ name, text }: Chosen, mapping: HistoryMapping) =>
    act(async () => setChosen({ name, text, preview: desk.previewHistory(text, mapping) }));
  const load = ({ name, text, preview }: Chosen) =>
    act(async () => {
      setReport(
        await desk.importHistory(name, text, (done, total) => setProgress({ done, total }), preview.mapping),
      );
      setChosen(null);
      await send('archive.changed', {});
      onImported?.();
    });

  return (
    <div className="form">
      <FileField
        label={say('history.file')}
        hint={say('history.file-hint')}
        accept=".csv,text/csv"
        onFile={(file) => void look(file)}
      />
      {chosen && (
        <HistoryColumns preview={chosen.preview} onChange={(mapping) => void remap(chosen, mapping)} />
      )}
      <div className="actions">
        <Button
          disabled={!chosen || chosen.preview.missing.length > 0 || busy}
          onClick={() => chosen && void load(chosen)}
        >
          {say('history.import')}
        </Button>
      </div>
      {busy && progress && <Progress label={say('history.import')} {...progress} />}
      {fault && <FaultNotice fault={fault} />}
      {report && (
        <Report
          report={report}
          onSave={(csv) => saveFile('countersign-refused.csv', new TextEncoder().encode(csv))}
        />
      )}
    </div>
  );
}

interface ReportProps {
  readonly report: HistoryReport;
  readonly onSave: (csv: string) => void;
}

function Report({ report: { taken, refused, refusedCsv }, onSave }: ReportProps) {
  return (
    <Notice tone={refused.length > 0 ? 'caution' : 'good'} role="status">
      <p>{say('history.taken', { count: taken.length })}</p>
      {refused.length > 0 && <p>{say('history.refused', { count: refused.length })}</p>}
      <ul className="refused">
        {refused.slice(0, SHOWN).map(({ row, fault: of }) => (
          <li key={row}>
            <VisibleText>
              {say('import/row-refused', { row, detail: say.loose(of.code, of.params) })}
            </VisibleText>
          </li>
        ))}
      </ul>
      {refusedCsv !== null && (
        <Button onClick={() => onSave(refusedCsv)}>{say('history.save-refused')}</Button>
      )}
    </Notice>
  );
}
