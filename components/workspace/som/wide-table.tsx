import type { ReactNode } from 'react';

interface WideTableProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that scrolls by itself, by keyboard too, where the window is narrower than it. */
export function WideTable({ label, children }: WideTableProps) {
  return (
    <div className="monitor-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
