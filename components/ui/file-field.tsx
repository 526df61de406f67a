import { Field } from './field';

interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  readonly onChoose: (file: File | null) => void;
}

/** The platform's own choice of a file. */
export function FileField({ label, hint, accept, onChoose }: FileFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="file"
          accept={accept}
          onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
        />
      )}
    </Field>
  );
}
