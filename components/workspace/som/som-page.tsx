import './som.css';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { say } from '@/lib/words';
import { Page } from '../page';

interface SomPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const parts = [
  { path: '/monitoring', key: 'monitoring.part.overview' },
  { path: '/monitoring/ratios', key: 'monitoring.part.ratios' },
  { path: '/monitoring/products', key: 'monitoring.part.products' },
] as const;

/** A place of monitoring, with the way to its other parts; a substance's own page belongs to the first. */
export function SomPage({ title, lead, actions, children }: SomPageProps) {
  const [location] = useLocation();
  const here = parts.findLast(({ path }) => location.startsWith(path))?.path;
  return (
    <Page title={title} lead={lead} actions={actions}>
      <nav className="monitor-nav" aria-label={say('monitoring.parts')}>
        {parts.map(({ path, key }) => (
          <Link key={path} href={path} aria-current={path === here ? 'page' : undefined}>
            {say(key)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
