import { fromBase64 } from '@/lib/base';
import type { PoaView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';

/** A scanned letter, handed out as it was put in. */
export function PoaFile({ file }: { readonly file: PoaView['file'] }) {
  const { saveFile } = useServices();
  if (!file) return <span className="quiet">{say('poa.no-file')}</span>;
  return (
    <Button look="quiet" onClick={() => saveFile(file.name, fromBase64(file.base64))}>
      {say('poa.save-file', { name: file.name })}
    </Button>
  );
}
