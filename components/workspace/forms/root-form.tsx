import { useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { FaultNotice } from '../../ui/fault-notice';
import { useAct } from '../../ui/use-act';
import { FileField } from './file-field';
import { fingerprintOf } from './fingerprint-of';

interface Chosen {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fingerprint: string;
}

/** A root certificate is trusted only after a person compared its fingerprint: everything else hangs on it. */
export function RootForm({ onTrusted }: { readonly onTrusted: () => void }) {
  const { desk, send } = useServices();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [compared, setCompared] = useState(false);
  const { busy, fault, act } = useAct();

  const read = (file: File) =>
    act(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      setCompared(false);
      setChosen({ bytes, fingerprint: fingerprintOf(bytes) });
    });

  const trust = ({ bytes }: Chosen) =>
    act(async () => {
      await desk.trustRoot(bytes);
      await send('archive.changed', {});
      setChosen(null);
      onTrusted();
    });

  return (
    <div className="form">
      <FileField
        label={say('root.file')}
        hint={say('root.file-hint')}
        accept=".cer,.crt,.der,.pem"
        onFile={(file) => void read(file)}
      />
      {chosen && (
        <>
          <div>
            <p className="field-label">{say('root.fingerprint')}</p>
            <p className="code-long fingerprint">{chosen.fingerprint}</p>
          </div>
          <Check checked={compared} onChange={setCompared}>
            {say('root.compared')}
          </Check>
        </>
      )}
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button
          look="primary"
          disabled={!chosen || !compared || busy}
          onClick={() => chosen && void trust(chosen)}
        >
          {say('root.trust')}
        </Button>
      </div>
    </div>
  );
}
