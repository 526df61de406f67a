import { say } from '@/lib/words/light';

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** How far a long act is, in a bar and in figures. */
export function Progress({ label, done, total }: ProgressProps) {
  return (
    <div className="progress">
      <progress aria-label={label} max={Math.max(total, 1)} value={done} />
      <span className="quiet figures">{say('ui.progress', { done, total })}</span>
    </div>
  );
}
