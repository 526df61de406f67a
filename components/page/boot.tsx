import type { ComponentType, ReactNode } from 'react';
import { Bars } from '../ui/bars';
import { FaultNotice } from '../ui/fault-notice';
import { say } from '@/lib/words';
import { useLoaded } from '../ui/use-loaded';

interface BootProps<S> {
  /** The same promise each time: databases are opened once. */
  readonly open: () => Promise<S>;
  readonly provider: ComponentType<{ readonly value: S; readonly children: ReactNode }>;
  readonly children: ReactNode;
}

/** Shows a page once its archive is open, and says so where it can't be. */
export function Boot<S>({ open, provider: Provider, children }: BootProps<S>) {
  const services = useLoaded(open);
  if (services.phase === 'loading')
    return (
      <main className="boot">
        <h1 className="visually-hidden">{say('product.name')}</h1>
        <Bars rows={8} />
      </main>
    );
  if (services.phase === 'failed')
    return (
      <main className="boot">
        <h1>{say('product.name')}</h1>
        <FaultNotice fault={services.fault} />
      </main>
    );
  return <Provider value={services.value}>{children}</Provider>;
}
