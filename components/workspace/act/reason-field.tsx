import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import { TextArea } from './text-area';

interface ReasonFieldProps {
  readonly value: string;
  /** Asked for, and not given yet. */
  readonly isMissing: boolean;
  readonly onChange: (value: string) => void;
}

/** Why: asked wherever a record is corrected, withdrawn or closed. */
export function ReasonField({ isMissing, ...field }: ReasonFieldProps) {
  return (
    <TextArea
      label={say('act.reason')}
      hint={say('act.reason-hint', { min: limits.reasonMinLength })}
      error={isMissing ? say('form.missing') : null}
      {...field}
    />
  );
}
