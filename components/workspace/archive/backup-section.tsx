import { useCallback, useRef, useState } from 'react';
import { legalDay, limits } from '@/lib/base';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PasswordField } from '../../ui/password-field';
import { Progress } from '../../ui/progress';
import { useLoaded } from '../../ui/use-loaded';
import { ActForm } from '../act/act-form';

/** Every record in one encrypted file. */
export function BackupSection() {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <section className="archive-part" aria-labelledby="backup-title">
      <h2 id="backup-title">{say('backup.title')}</h2>
      <p className="prose">{say('backup.explain')}</p>
      {open ? (
        <BackupForm
          onDone={() => {
            setOpen(false);
            setDone(true);
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className="actions">
          <Button onClick={() => setOpen(true)}>{say('backup.make')}</Button>
        </div>
      )}
      {done && !open && (
        <Notice tone="good" role="status">
          <p>{say('backup.done')}</p>
        </Notice>
      )}
    </section>
  );
}

function BackupForm({ onDone, onCancel }: { readonly onDone: () => void; readonly onCancel: () => void }) {
  const { desk, clock, chooseFile } = useServices();
  const password = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<'short' | 'differs' | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const zone = useLoaded(useCallback(async () => (await desk.registrant())?.zone ?? 'UTC', [desk]));
  const min = limits.backupPasswordMinLength;

  const check = () => {
    const typed = password.current?.value ?? '';
    const fault =
      typed.length < min ? ('short' as const) : typed === again.current?.value ? null : ('differs' as const);
    setWrong(fault);
    return fault === null;
  };

  return (
    <ActForm
      label={say('backup.make')}
      check={check}
      onAct={async ({ personId, pin }) => {
        const typed = password.current?.value ?? '';
        const day = legalDay(clock.now(), zone.phase === 'ready' ? zone.value : 'UTC');
        const sink = await chooseFile(`countersign-${day}.csbackup`);
        // Not chosen is not failed: what was typed stays.
        if (!sink) return false;
        const { bytes } = await desk.backup({
          ...{ personId, pin, password: typed },
          onProgress: (done, total) => setProgress({ done, total }),
        });
        return sink(bytes);
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <PasswordField
        ref={password}
        label={say('backup.password')}
        hint={say('backup.password-hint', { min })}
        error={wrong === 'short' ? say('backup.password-short', { min }) : null}
      />
      <PasswordField
        ref={again}
        label={say('backup.password-again')}
        error={wrong === 'differs' ? say('backup.password-differs') : null}
      />
      {progress && <Progress label={say('backup.progress')} {...progress} />}
    </ActForm>
  );
}
