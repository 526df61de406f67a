import { useCallback, useEffect } from 'react';
import { UserRound } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { useLoaded } from '../ui/use-loaded';
import { VisibleText } from '../ui/visible-text';

/** Who is at the keyboard, on every page; a click changes it. */
export function WhoBadge() {
  const { desk } = useServices();
  const [location] = useLocation();
  const { reload, ...who } = useLoaded(useCallback(() => desk.who(), [desk]));
  // Someone may have signed in on the page that was just left.
  useEffect(reload, [location, reload]);
  const person = who.phase === 'ready' ? who.value : null;
  return (
    <Link href="/people" className="nav-who">
      <UserRound size={16} aria-hidden="true" />
      {person ? (
        <span>
          <VisibleText>{person.name}</VisibleText>
          <span className="quiet small">{say(`role.${person.role}`)}</span>
        </span>
      ) : (
        say('workspace.nobody')
      )}
    </Link>
  );
}
