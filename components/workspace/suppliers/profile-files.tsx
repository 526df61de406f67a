import { useState } from 'react';
import { CountersignError, limits, utf8 } from '@/lib/base';
import type { ProfileChange } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { FileField } from '../../ui/file-field';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';
import { changeWords } from './change-words';

/** Profiles out as a file, and in: what a file would change is shown before anything of it is kept. */
export function ProfileFiles({ onTaken }: { readonly onTaken: () => void }) {
  const { desk, send, saveFile } = useServices();
  const [changes, setChanges] = useState<readonly ProfileChange[] | null>(null);
  const [taken, setTaken] = useState<number | null>(null);
  const { busy, fault, act, forget } = useAct();
  const next = changes?.filter(({ what }) => what === 'new' || what === 'changed') ?? [];
  const told = changes?.filter(({ what }) => what !== 'same') ?? [];

  const choose = (file: File | null) => {
    forget();
    setChanges(null);
    setTaken(null);
    if (!file) return;
    void act(async () => {
      if (file.size > limits.profileFileMaxBytes)
        throw new CountersignError('portal/profile-file-unreadable', {
          detail: `${Math.ceil(file.size / 1_000)} kB`,
        });
      setChanges(await desk.profileChanges(await file.text()));
    });
  };
  const take = () =>
    void act(async () => {
      setTaken(await desk.takeProfiles(next.map(({ profile }) => profile)));
      setChanges(null);
      await send('archive.changed', {});
      onTaken();
    });

  return (
    <section>
      <h2>{say('suppliers.files.title')}</h2>
      <p className="quiet">{say('suppliers.files.why')}</p>
      <div className="actions">
        <Button
          disabled={busy}
          onClick={() =>
            void act(async () => saveFile(say('suppliers.files.name'), utf8(await desk.profilesFile())))
          }
        >
          {say('suppliers.files.save')}
        </Button>
      </div>
      <div className="form">
        <FileField label={say('suppliers.files.open')} accept=".json,application/json" onChoose={choose} />
      </div>
      {fault && <FaultNotice fault={fault} />}
      {changes && told.length === 0 && <p role="status">{say('suppliers.files.nothing')}</p>}
      {changes && told.length > 0 && (
        <div role="status">
          <p>{say('suppliers.files.preview')}</p>
          <ul>
            {told.map((change) => (
              <li key={change.profile.id}>
                <VisibleText>{changeWords(change)}</VisibleText>
              </li>
            ))}
          </ul>
          <div className="actions">
            {next.length > 0 && (
              <Button look="primary" disabled={busy} onClick={take}>
                {say('suppliers.files.take', { count: next.length })}
              </Button>
            )}
            <Button disabled={busy} onClick={() => setChanges(null)}>
              {say('suppliers.files.cancel')}
            </Button>
          </div>
        </div>
      )}
      {taken !== null && (
        <Notice tone="good" role="status">
          <p>{say('suppliers.files.taken', { count: taken })}</p>
        </Notice>
      )}
    </section>
  );
}
