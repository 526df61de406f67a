import { useCallback, useState } from 'react';
import type { DispensingMapping, DispensingPreview, DispensingReport } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Progress } from '../../ui/progress';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { FileField } from '../forms/file-field';
import { DispensingColumns } from './dispensing-columns';
import { DispensingImports } from './dispensing-imports';
import { DispensingReportNotice } from './dispensing-report';

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly preview: DispensingPreview;
}

/** What was dispensed, for ratios alone. Columns that aren't chosen are dropped while the file is read. */
export function DispensingSection({ onChanged }: { readonly onChanged: () => void }) {
  const { desk, send } = useServices();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [report, setReport] = useState<DispensingReport | null>(null);
  const { busy, fault, act, forget } = useAct();
  const { reload, ...imports } = useLoaded(
    useCallback(async () => {
      const [list, registrant] = await Promise.all([desk.dispensingImports(), desk.registrant()]);
      return { list, zone: registrant?.zone ?? 'UTC' };
    }, [desk]),
  );
  const read = async (name: string, text: string, mapping?: DispensingMapping) =>
    setChosen({ name, text, preview: await desk.previewDispensing(text, mapping) });
  const look = (file: File) =>
    act(async () => {
      setReport(null);
      setChosen(null);
      setProgress(null);
      await read(file.name, await file.text());
    });
  // Said once: a file of another location may rightly have the same days.
  const despiteOverlap = fault?.code === 'import/overlaps';
  const load = async ({ name, text, preview }: Chosen) => {
    await act(async () => {
      const onProgress = (done: number, total: number) => setProgress({ done, total });
      setReport(await desk.importDispensing(name, text, onProgress, preview.mapping, { despiteOverlap }));
      setChosen(null);
      await send('archive.changed', {});
      onChanged();
    });
    reload();
  };
  const isWhole = chosen !== null && chosen.preview.missing.length === 0;
  return (
    <section className="monitor-part" aria-labelledby="dispensing">
      <h2 id="dispensing">{say('dispensing.title')}</h2>
      <p className="quiet prose">{say('dispensing.explain')}</p>
      <div className="form form-wide">
        <FileField
          label={say('dispensing.file')}
          hint={say('dispensing.file-hint')}
          accept=".csv,text/csv"
          onFile={(file) => void look(file)}
        />
        {chosen && (
          <DispensingColumns
            preview={chosen.preview}
            onChange={(mapping) => void act(() => read(chosen.name, chosen.text, mapping))}
          />
        )}
        <div className="actions">
          <Button disabled={!isWhole || busy} onClick={() => chosen && void load(chosen)}>
            {say(despiteOverlap ? 'dispensing.import-nevertheless' : 'dispensing.import')}
          </Button>
        </div>
        {busy && progress && <Progress label={say('dispensing.import')} {...progress} />}
        {fault && <FaultNotice fault={fault} />}
        {report && <DispensingReportNotice report={report} />}
        {imports.phase === 'failed' && <FaultNotice fault={imports.fault} />}
        {imports.phase === 'ready' && (
          <DispensingImports
            imports={imports.value.list}
            zone={imports.value.zone}
            onWithdrawn={() => {
              forget();
              reload();
              onChanged();
            }}
          />
        )}
      </div>
    </section>
  );
}
