import { useEffect, type ReactNode } from 'react';
import { say } from '@/lib/words';

interface PageProps {
  readonly title: string;
  /** Where a title alone would not say it, such as an order number in its own face. */
  readonly heading?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A place of the workspace: its question as heading, its one primary action beside it. */
export function Page({ title, heading, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${say('product.name')}`;
  }, [title]);
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-title">
          <h1>{heading ?? title}</h1>
          {lead && <div className="quiet">{lead}</div>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
