import { useCallback, useState } from 'react';
import type { HistoryMapping, HistoryPreview, HistoryReport } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Progress } from '../../ui/progress';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { FileField } from './file-field';
import { HistoryColumns } from './history-columns';
import { HistoryImports } from './history-imports';
import { HistoryOverlapNotice } from './history-overlap';
import { HistoryReportNotice } from './history-report';

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly preview: HistoryPreview;
}

/**
 * Orders placed before Countersign was there: without them every order looks unusual. Nothing is taken before its look, and
 * what was taken wrongly can be withdrawn.
 */
export function HistoryForm({ onImported }: { readonly onImported?: () => void }) {
  const { desk, send, saveFile } = useServices();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [report, setReport] = useState<HistoryReport | null>(null);
  const { busy, fault, act } = useAct();
  const { reload, ...imports } = useLoaded(
    useCallback(async () => {
      const [list, registrant] = await Promise.all([desk.historyImports(), desk.registrant()]);
      return { list, zone: registrant?.zone ?? 'UTC' };
    }, [desk]),
  );
  const overlap = useLoaded(
    useCallback(async () => {
      if (!chosen || chosen.preview.missing.length > 0) return null;
      return { of: chosen, found: await desk.historyOverlap(chosen.text, chosen.preview.mapping) };
    }, [desk, chosen]),
  );
  const found = overlap.phase === 'ready' && overlap.value?.of === chosen ? overlap.value : null;

  const look = (file: File) =>
    act(async () => {
      setReport(null);
      setChosen(null);
      setProgress(null);
      const text = await file.text();
      setChosen({ name: file.name, text, preview: desk.previewHistory(text) });
    });
  const remap = ({ name, text }: Chosen, mapping: HistoryMapping) =>
    act(async () => setChosen({ name, text, preview: desk.previewHistory(text, mapping) }));
  const load = async ({ name, text, preview }: Chosen) => {
    await act(async () => {
      setReport(
        await desk.importHistory(name, text, (done, total) => setProgress({ done, total }), preview.mapping),
      );
      setChosen(null);
      await send('archive.changed', {});
      onImported?.();
    });
    // What was taken before it failed is in the list too.
    reload();
  };

  const known = found?.found.known ?? null;
  const isTaken = known !== null && known.lines >= (known.of?.total ?? 0);
  const isWhole = chosen !== null && chosen.preview.missing.length === 0;
  return (
    <div className="form form-wide">
      <FileField
        label={say('history.file')}
        hint={say('history.file-hint')}
        accept=".csv,text/csv"
        onFile={(file) => void look(file)}
      />
      {chosen && (
        <HistoryColumns preview={chosen.preview} onChange={(mapping) => void remap(chosen, mapping)} />
      )}
      {isWhole && overlap.phase === 'failed' && <FaultNotice fault={overlap.fault} />}
      {isWhole && overlap.phase !== 'failed' && (
        <div aria-live="polite">
          {found && imports.phase === 'ready' ? (
            <HistoryOverlapNotice overlap={found.found} zone={imports.value.zone} />
          ) : (
            <p className="quiet">{say('history.comparing')}</p>
          )}
        </div>
      )}
      <div className="actions">
        <Button disabled={!isWhole || !found || isTaken || busy} onClick={() => chosen && void load(chosen)}>
          {say(found && found.found.alike > 0 && known === null ? 'history.import-again' : 'history.import')}
        </Button>
      </div>
      {busy && progress && <Progress label={say('history.import')} {...progress} />}
      {fault && <FaultNotice fault={fault} />}
      {report && (
        <HistoryReportNotice
          report={report}
          onSave={(csv) => saveFile('countersign-refused.csv', new TextEncoder().encode(csv))}
        />
      )}
      {imports.phase === 'failed' && <FaultNotice fault={imports.fault} />}
      {imports.phase === 'ready' && (
        <HistoryImports
          imports={imports.value.list}
          zone={imports.value.zone}
          onWithdrawn={() => {
            reload();
            // What seemed to be here already may be gone now.
            setChosen((before) => before && { ...before });
            onImported?.();
          }}
        />
      )}
    </div>
  );
}
