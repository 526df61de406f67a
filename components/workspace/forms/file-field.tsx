import { Field } from '../../ui/field';

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  readonly error?: string | null;
  /** While the file before is still being taken in. */
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

/** The platform's own file control: it names the chosen file and works by keyboard. */
export function FileField({ label, hint, accept, error, disabled, onFile }: FileFieldProps) {
  return (
    <Field label={label} hint={hint} error={error ?? null}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="file"
          accept={accept}
          disabled={disabled}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
          }}
        />
      )}
    </Field>
  );
}
