import { useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../../page/services';
import { ActForm } from '../../act/act-form';
import type { ActProps } from './act-props';
import { FindingList } from './finding-list';
import { onOrder } from './on-order';
import { isTooLarge, StatementFields } from './statement-fields';
import { storedFile } from './stored-file';

/** 1305.25: the supplier did not take the order; its statement is kept with it, now or when it comes. */
export function NotAccepted({ state, possible, onDone, onCancel }: ActProps) {
  const { desk } = useServices();
  const [words, setWords] = useState('');
  const [file, setFile] = useState<File | null>(null);
  return (
    <ActForm
      label={say('order-act.not-accept.yes')}
      check={() => !isTooLarge(file)}
      onAct={async (by) => {
        const stored = file && (await storedFile(file));
        const statement =
          words.trim() || (stored ? say('order-act.statement-in-file', { name: stored.name }) : '');
        await desk.recordNotAccepted({ ...onOrder(state, by), statement, file: stored });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{say('order-act.not-accept.explain')}</p>
      <FindingList findings={possible['not-accept']} />
      <StatementFields words={words} file={file} isMissing={false} onWords={setWords} onFile={setFile} />
    </ActForm>
  );
}
