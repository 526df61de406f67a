import { useCallback, useRef, useState } from 'react';
import { legalDay } from '@/lib/base';
import type { CatalogueImported, ImportProgress } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Field } from '../../ui/field';
import { formatDay } from '../../ui/format-day';
import { Progress } from '../../ui/progress';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { DirectoryReportNotice } from './directory-report';

/** The FDA's list of products: what is here, and how it gets here. */
export function DirectorySection({ onImported }: { readonly onImported: () => void }) {
  const { desk, send } = useServices();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [reading, setReading] = useState<ImportProgress | null>(null);
  const [report, setReport] = useState<CatalogueImported | null>(null);
  const stop = useRef<AbortController | null>(null);
  const { busy, fault, act } = useAct();
  const { reload, ...found } = useLoaded(
    useCallback(async () => {
      const [state, registrant] = await Promise.all([desk.catalogueState(), desk.registrant()]);
      return { state, zone: registrant?.zone ?? 'UTC' };
    }, [desk]),
  );
  const read = () =>
    act(async () => {
      setReport(null);
      setReading(null);
      const ending = new AbortController();
      stop.current = ending;
      try {
        setReport(await desk.importCatalogue(files, setReading, ending.signal));
      } finally {
        stop.current = null;
      }
      await send('archive.changed', {});
      reload();
      onImported();
    });
  return (
    <section className="monitor-part" aria-labelledby="directory-title">
      <h2 id="directory-title">{say('directory.title')}</h2>
      <p className="quiet prose">{say('directory.why')}</p>
      {found.phase === 'loading' && <Bars rows={1} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <p>
          <VisibleText>
            {found.value.state === null
              ? say('directory.none')
              : say('directory.state', {
                  count: found.value.state.entries,
                  file: found.value.state.of,
                  date: formatDay(legalDay(found.value.state.importedAt, found.value.zone)),
                })}
          </VisibleText>
        </p>
      )}
      <div className="form">
        <Field label={say('directory.files')} hint={say('directory.files-hint')}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="file"
              multiple
              accept=".zip,.txt,.csv,.tsv"
              onChange={(event) => setFiles([...(event.target.files ?? [])])}
            />
          )}
        </Field>
        <div className="actions">
          <Button disabled={files.length === 0 || busy} onClick={() => void read()}>
            {say('directory.import')}
          </Button>
          {busy && <Button onClick={() => stop.current?.abort()}>{say('directory.cancel')}</Button>}
        </div>
        {busy && reading && (
          <Progress label={say(`directory.${reading.phase}`)} done={percent(reading)} total={100} />
        )}
        {fault && <FaultNotice fault={fault} />}
        {report && <DirectoryReportNotice report={report} />}
      </div>
    </section>
  );
}

/** From and to, per cent: sorting takes about a fifth of the reading, and looking up what is on record less than both. */
const SPANS = { reading: [0, 70], sorting: [70, 90], learning: [90, 100] } as const;

function percent({ phase, done, total }: ImportProgress): number {
  const [from, to] = SPANS[phase];
  return Math.floor(from + (total === 0 ? 1 : done / total) * (to - from));
}
