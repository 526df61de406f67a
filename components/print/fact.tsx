import type { ReactNode } from 'react';
import { VisibleText } from '../ui/visible-text';

interface FactProps {
  readonly name: string;
  /** Numbers and fingerprints, in their own face. */
  readonly code?: boolean;
  readonly children: ReactNode;
}

/** One field of a form: its name small above, what it says below. */
export function Fact({ name, code = false, children }: FactProps) {
  return (
    <div className="print-fact">
      <dt>{name}</dt>
      <dd className={code ? 'code-long' : undefined}>
        {typeof children === 'string' ? <VisibleText>{children}</VisibleText> : children}
      </dd>
    </div>
  );
}
