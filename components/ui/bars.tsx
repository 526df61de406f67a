import { say } from '@/lib/words/light';

/** Stands where rows of text will stand, so that nothing jumps when they come. */
export function Bars({ rows = 3, height = 36 }: { readonly rows?: number; readonly height?: number }) {
  return (
    <div className="bars" role="status">
      <span className="visually-hidden">{say('ui.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ height, display: 'grid', alignItems: 'center' }} aria-hidden="true">
          <span className="bar" style={{ width: `${[72, 56, 64, 48][row % 4]}%` }} />
        </div>
      ))}
    </div>
  );
}
