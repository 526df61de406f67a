import type { ReactNode } from 'react';
import { say } from '@/lib/words';

interface AsTableProps {
  /** What the table is about, for those who don't see what stands above it. */
  readonly caption: string;
  readonly children: ReactNode;
}

/** A picture's figures as a table that opens below it; it scrolls by keyboard where it is wider than its place. */
export function AsTable({ caption, children }: AsTableProps) {
  return (
    <details className="chart-table">
      <summary>{say('chart.as-table')}</summary>
      <div className="chart-scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="table">
          <caption className="visually-hidden">{caption}</caption>
          {children}
        </table>
      </div>
    </details>
  );
}
