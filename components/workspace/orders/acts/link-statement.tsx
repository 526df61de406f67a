import { useState } from 'react';
import { CountersignError, limits, sha256Hex, toBase64 } from '@/lib/base';
import type { StoredFile } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { ActForm } from '../../act/act-form';
import { FileField } from '../../forms/file-field';
import type { ActProps } from './act-props';
import { onOrder } from './on-order';
import { TextArea } from './text-area';

const MB = 1_000_000;

/** 1305.25: why the supplier did not accept the order, in its words, as a file, or both. */
export function LinkStatement({ state, onDone, onCancel }: ActProps) {
  const { desk } = useServices();
  const [words, setWords] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const tooLarge = file !== null && file.size > limits.statementFileMaxBytes;
  const missing = words.trim() === '' && file === null;
  return (
    <ActForm
      label={say('order-act.link-statement.yes')}
      check={() => {
        setAsked(true);
        return !missing && !tooLarge;
      }}
      onAct={async (by) => {
        const stored = file && (await storedFile(file));
        const statement = words.trim() || say('order-act.statement-in-file', { name: stored?.name ?? '' });
        await desk.linkStatement({ ...onOrder(state, by), statement, file: stored });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{say('order-act.link-statement.when')}</p>
      <TextArea
        label={say('order-act.supplier-words')}
        hint={say('order-act.supplier-words-hint')}
        error={asked && missing ? say('form.missing') : null}
        value={words}
        onChange={setWords}
      />
      <FileField
        label={say('order-act.file')}
        hint={say('order-act.file-hint', { max: limits.statementFileMaxBytes / MB })}
        accept=".pdf,.eml,.txt,image/png,image/jpeg"
        error={
          tooLarge
            ? say('order-act.file-too-large', {
                name: file.name,
                max: limits.statementFileMaxBytes / MB,
              })
            : null
        }
        onFile={setFile}
      />
    </ActForm>
  );
}

/** A file as the archive keeps it. Throws `input/malformed` where the browser can't read it any more. */
async function storedFile(file: File): Promise<StoredFile> {
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    (error: unknown) => {
      throw new CountersignError('input/malformed', { detail: file.name }, { cause: error });
    },
  );
  return {
    name: file.name.slice(0, limits.fieldMaxLength),
    type: file.type.slice(0, limits.fieldMaxLength),
    sha256: sha256Hex(bytes),
    base64: toBase64(bytes),
  };
}
