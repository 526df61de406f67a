import { builtInProfiles, type PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Code } from '../../ui/code';

interface KnownPortalsProps {
  readonly suppliers: readonly PortalProfile[];
  readonly onTake: (profile: PortalProfile) => void;
}

/** Portals that came with the product and that the pharmacy hasn't taken yet. */
export function KnownPortals({ suppliers, onTake }: KnownPortalsProps) {
  const open = builtInProfiles.filter(
    ({ id, hosts }) =>
      !suppliers.some((known) => known.id === id || known.hosts.some((host) => hosts.includes(host))),
  );
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{say('suppliers.known.title')}</h2>
      <p className="quiet">{say('suppliers.known.why')}</p>
      <ul>
        {open.map((profile) => {
          const name = profile.supplier.name ?? profile.id;
          return (
            <li key={profile.id}>
              {name} <Code>{profile.hosts.join(', ')}</Code>{' '}
              <Button
                look="quiet"
                aria-label={say('suppliers.known.take-one', { name })}
                onClick={() => onTake(profile)}
              >
                {say('suppliers.known.take')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
