import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { FileField } from '../../forms/file-field';
import { TextArea } from '../../act/text-area';

const MB = 1_000_000;

interface StatementFieldsProps {
  readonly words: string;
  readonly file: File | null;
  /** Asked for, and neither words nor a file are there. */
  readonly isMissing: boolean;
  readonly onWords: (words: string) => void;
  readonly onFile: (file: File) => void;
}

/** Whether a file is larger than one that a record may keep. */
export function isTooLarge(file: File | null): file is File {
  return file !== null && file.size > limits.statementFileMaxBytes;
}

/** What the supplier stated: its words, a file, or both. */
export function StatementFields({ words, file, isMissing, onWords, onFile }: StatementFieldsProps) {
  const max = limits.statementFileMaxBytes / MB;
  return (
    <>
      <TextArea
        label={say('order-act.supplier-words')}
        hint={say('order-act.supplier-words-hint')}
        error={isMissing ? say('form.missing') : null}
        value={words}
        onChange={onWords}
      />
      <FileField
        label={say('order-act.file')}
        hint={say('order-act.file-hint', { max })}
        accept=".pdf,.eml,.txt,image/png,image/jpeg"
        error={isTooLarge(file) ? say('order-act.file-too-large', { name: file.name, max }) : null}
        onFile={onFile}
      />
    </>
  );
}
