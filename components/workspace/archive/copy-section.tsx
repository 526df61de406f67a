import { useCallback, useState } from 'react';
import type { CopyKind, CopyView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { formatMoment } from '../../ui/format-moment';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';

/** Nothing legal lies in one browser profile alone: where the daily copy goes, and how old it is. */
export function CopySection() {
  const { desk, send } = useServices();
  const found = useLoaded(
    useCallback(
      async () => ({ view: await desk.copyView(), zone: (await desk.registrant())?.zone ?? 'UTC' }),
      [desk],
    ),
  );
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [copied, setCopied] = useState(false);
  const { busy, fault, act } = useAct();

  const copy = async () => {
    await desk.copyNow((done, total) => setProgress({ done, total }));
    setCopied(true);
    await send('archive.changed', {});
    found.reload();
  };
  // The browser's own question belongs to the click, so it comes first.
  const choose = (kind: CopyKind) =>
    act(async () => {
      setCopied(false);
      if (await desk.chooseCopyPlace(kind)) await copy();
      found.reload();
    });
  const allow = () =>
    act(async () => {
      if (await desk.allowCopyPlace()) await copy();
      found.reload();
    });

  return (
    <section className="archive-part" aria-labelledby="copy-title">
      <h2 id="copy-title">{say('archive.copy.title')}</h2>
      <p className="prose">{say('archive.copy.explain')}</p>
      {found.phase === 'loading' && <Bars rows={2} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <>
          <CopyFacts view={found.value.view} zone={found.value.zone} />
          <div className="actions">
            {found.value.view.place?.writable === false && (
              <Button look="primary" disabled={busy} onClick={() => void allow()}>
                {say('archive.copy.allow')}
              </Button>
            )}
            {found.value.view.place?.writable === true && (
              <Button disabled={busy} onClick={() => void act(copy)}>
                {say('archive.copy.now')}
              </Button>
            )}
            {found.value.view.kinds.map((kind) => (
              <Button
                key={kind}
                look={found.value.view.place === null && kind === 'folder' ? 'primary' : 'plain'}
                disabled={busy}
                onClick={() => void choose(kind)}
              >
                {say(chooseWords(kind, found.value.view.place !== null))}
              </Button>
            ))}
          </div>
          {busy && progress && <Progress label={say('archive.copy.now')} {...progress} />}
          {fault && <FaultNotice fault={fault} />}
          {copied && !busy && !fault && (
            <Notice tone="good" role="status">
              <p>{say('archive.copy.done')}</p>
            </Notice>
          )}
          <Persisted persisted={found.value.view.persisted} />
        </>
      )}
    </section>
  );
}

function chooseWords(kind: CopyKind, hasPlace: boolean) {
  if (kind === 'downloads') return 'archive.copy.choose-downloads';
  return hasPlace ? 'archive.copy.choose-other' : 'archive.copy.choose-folder';
}

function CopyFacts({ view, zone }: { readonly view: CopyView; readonly zone: string }) {
  const { place, lastAt, newEvents, isStale } = view;
  if (!place) return <p>{say('archive.copy.nowhere')}</p>;
  return (
    <>
      <p>
        <VisibleText>
          {place.kind === 'folder'
            ? say('archive.copy.to-folder', { name: place.name })
            : say('archive.copy.to-downloads')}
        </VisibleText>
        {'. '}
        {lastAt === null
          ? say('archive.copy.never')
          : `${say('archive.copy.last', { at: formatMoment(lastAt, zone) })}. `}
        {newEvents === 0
          ? say('archive.copy.nothing-new')
          : `${say('archive.copy.waiting', { count: newEvents })}.`}
      </p>
      {!place.writable && (
        <Notice tone="caution">
          <p>{say('archive.copy.not-writable')}</p>
        </Notice>
      )}
      {isStale && (
        <Notice tone="caution">
          <p>{say('archive.copy.stale')}</p>
        </Notice>
      )}
    </>
  );
}

function Persisted({ persisted }: { readonly persisted: boolean }) {
  const { desk } = useServices();
  const [answer, setAnswer] = useState<boolean | null>(null);
  const { busy, fault, act } = useAct();
  if (persisted || answer === true) return <p className="quiet small">{say('archive.copy.persisted')}</p>;
  return (
    <>
      <p className="quiet small">
        {say(answer === null ? 'archive.copy.persist-explain' : 'archive.copy.persist-denied')}
      </p>
      <div className="actions">
        <Button disabled={busy} onClick={() => void act(async () => setAnswer(await desk.keepArchive()))}>
          {say('archive.copy.persist')}
        </Button>
      </div>
      {fault && <FaultNotice fault={fault} />}
    </>
  );
}
