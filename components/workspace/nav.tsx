import {
  Archive,
  BadgeCheck,
  ChartColumnStacked,
  FileText,
  ListChecks,
  PackageCheck,
  Settings2,
  SlidersHorizontal,
  Truck,
  Users,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { say } from '@/lib/words';
import { BrandMark } from '../ui/brand-mark';
import { LocationSwitch } from './registrants/location-switch';
import { WhoBadge } from './who-badge';

const places = [
  { path: '/', icon: ListChecks, key: 'workspace.nav.today' },
  { path: '/orders', icon: PackageCheck, key: 'workspace.nav.orders' },
  { path: '/records', icon: FileText, key: 'workspace.nav.records' },
  { path: '/monitoring', icon: ChartColumnStacked, key: 'monitoring.title' },
  { path: '/suppliers', icon: Truck, key: 'workspace.nav.suppliers' },
  { path: '/certificates', icon: BadgeCheck, key: 'workspace.nav.certificates' },
  { path: '/people', icon: Users, key: 'workspace.nav.people' },
  { path: '/archive', icon: Archive, key: 'workspace.nav.archive' },
  { path: '/settings', icon: SlidersHorizontal, key: 'settings.title' },
  { path: '/setup', icon: Settings2, key: 'workspace.nav.setup' },
] as const;

/** A receipt is recorded for an order, wherever its page was opened from. */
function placeOf(location: string): string {
  return location.replace(/^\/receive\//, '/orders/');
}

/** Where one can go, and who is working. */
export function Nav() {
  const [location] = useLocation();
  return (
    <nav className="nav" aria-label={say('workspace.nav')}>
      <p className="nav-brand">
        <BrandMark size={24} />
        {say('product.name')}
      </p>
      <ul>
        {places.map(({ path, icon: Icon, key }) => {
          const here = path === '/' ? location === '/' : placeOf(location).startsWith(path);
          return (
            <li key={path}>
              <Link href={path} aria-current={here ? 'page' : undefined}>
                <Icon size={16} aria-hidden="true" />
                {say(key)}
              </Link>
            </li>
          );
        })}
      </ul>
      <LocationSwitch />
      <WhoBadge />
      <p className="nav-nature quiet small">{say('product.nature')}</p>
    </nav>
  );
}
