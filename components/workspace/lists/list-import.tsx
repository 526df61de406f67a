import { useState } from 'react';
import type { ListView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { FileField } from '../forms/file-field';

/** Brings a list in without the network. Choosing the file is the act; what is older or not the CA's own is refused. */
export function ListImport({ onImported }: { readonly onImported: () => void }) {
  const { desk, send } = useServices();
  const [done, setDone] = useState<ListView | null>(null);
  const { busy, fault, act } = useAct();

  const read = (file: File) =>
    act(async () => {
      setDone(null);
      const bytes = new Uint8Array(await file.arrayBuffer());
      setDone(await desk.importList({ name: file.name, bytes }));
      await send('archive.changed', {});
      onImported();
    });

  return (
    <div className="form">
      <p className="quiet">{say('lists.import-more')}</p>
      <FileField
        label={say('lists.file')}
        hint={say('lists.file-hint')}
        accept=".crl,.der,.pem"
        disabled={busy}
        onFile={(file) => void read(file)}
      />
      {busy && <p className="quiet">{say('lists.reading')}</p>}
      {fault && <FaultNotice fault={fault} />}
      {done && (
        <Notice tone={done.isCurrent ? 'good' : 'caution'} role="status">
          {say(done.isCurrent ? 'lists.import-done' : 'lists.import-ended', { number: done.number })}
        </Notice>
      )}
    </div>
  );
}
