import { useCallback, useRef, useState } from 'react';
import type { Desk } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { PasswordField } from '../../ui/password-field';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { ActEnd } from '../act/act-end';
import { ActForm } from '../act/act-form';
import { FileField } from '../forms/file-field';
import { SameNumbers } from './same-numbers';

type Merged = Awaited<ReturnType<Desk['restore']>>;

/** Takes a backup in. On a new computer, where nobody is known yet, without a PIN. */
export function RestoreSection() {
  const { desk } = useServices();
  const [open, setOpen] = useState(false);
  const [merged, setMerged] = useState<Merged | null>(null);
  const people = useLoaded(useCallback(() => desk.people(), [desk]));
  const isNew = people.phase === 'ready' && people.value.length === 0;
  return (
    <section className="archive-part" aria-labelledby="restore-title">
      <h2 id="restore-title">{say('restore.title')}</h2>
      <p className="prose">{say('restore.explain')}</p>
      {people.phase === 'failed' && <FaultNotice fault={people.fault} />}
      {open && people.phase === 'ready' ? (
        <RestoreForm
          isNew={isNew}
          onRestored={(result) => {
            setMerged(result);
            setOpen(false);
            people.reload();
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className="actions">
          <Button onClick={() => setOpen(true)}>{say('restore.open')}</Button>
        </div>
      )}
      {merged && !open && (
        <Notice tone="good" role="status">
          <p>{say('restore.done', { count: merged.added, known: merged.known })}</p>
          {merged.kept !== undefined && <p>{say('restore.kept', { count: merged.kept })}</p>}
        </Notice>
      )}
      {merged?.sameNumbers && !open && <SameNumbers numbers={merged.sameNumbers} />}
    </section>
  );
}

interface RestoreFormProps {
  readonly isNew: boolean;
  readonly onRestored: (merged: Merged) => void;
  readonly onCancel: () => void;
}

function RestoreForm({ isNew, onRestored, onCancel }: RestoreFormProps) {
  const { desk, send } = useServices();
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const [count, setCount] = useState(0);
  const password = useRef<HTMLInputElement>(null);
  const merged = useRef<Merged | null>(null);
  const { busy, fault, act } = useAct();

  const check = () => {
    setAsked(true);
    return file !== null;
  };
  const restore = async (by: { readonly personId: string; readonly pin: string } | null) => {
    if (!file) return;
    merged.current = await desk.restore(file.stream(), {
      password: password.current?.value ?? '',
      act: by,
      onProgress: setCount,
    });
  };
  const done = () => merged.current && onRestored(merged.current);
  const fields = (
    <>
      <FileField
        label={say('restore.file')}
        hint={say('restore.file-hint')}
        accept=".csbackup"
        error={asked && !file ? say('restore.file-missing') : null}
        onFile={setFile}
      />
      <PasswordField ref={password} label={say('backup.password')} />
      {count > 0 && (
        <p className="quiet" role="status">
          {say('restore.progress', { count })}
        </p>
      )}
    </>
  );

  if (!isNew)
    return (
      <ActForm label={say('restore.go')} check={check} onAct={restore} onDone={done} onCancel={onCancel}>
        {fields}
      </ActForm>
    );
  const restoreAsNew = async () => {
    if (!check()) return;
    const went = await act(async () => {
      await restore(null);
      await send('archive.changed', {});
    });
    if (went) done();
  };
  return (
    <div className="form">
      {fields}
      <ActEnd {...{ busy, fault, onCancel }} label={say('restore.go')} onAct={() => void restoreAsNew()} />
    </div>
  );
}
