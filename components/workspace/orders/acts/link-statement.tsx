import { useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { ActForm } from '../../act/act-form';
import type { ActProps } from './act-props';
import { onOrder } from './on-order';
import { isTooLarge, StatementFields } from './statement-fields';
import { storedFile } from './stored-file';

/** 1305.25: why the supplier did not accept the order, in its words, as a file, or both. */
export function LinkStatement({ state, onDone, onCancel }: ActProps) {
  const { desk } = useServices();
  const [words, setWords] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const missing = words.trim() === '' && file === null;
  return (
    <ActForm
      label={say('order-act.link-statement.yes')}
      check={() => {
        setAsked(true);
        return !missing && !isTooLarge(file);
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
      <StatementFields
        words={words}
        file={file}
        isMissing={asked && missing}
        onWords={setWords}
        onFile={setFile}
      />
    </ActForm>
  );
}
