import { useCallback, useEffect, useState } from 'react';
import { faultOf, type Fault } from '@/lib/base';
import type { TokenView } from '@/lib/desk';
import { usePageServices } from '../page/page-services';

/** The token of the chosen certificate, as it stands now. */
export type TokenStanding =
  | { readonly phase: 'looking' }
  | { readonly phase: 'there'; readonly token: TokenView }
  | { readonly phase: 'stopped'; readonly fault: Fault };

interface Answer {
  readonly certificate: string;
  readonly turn: number;
  readonly standing: TokenStanding;
}

/**
 * Looks for the token once when its certificate is chosen, and again when asked: each look starts the helper anew, so it
 * isn't done behind a person's back. `certificate` null: none is needed.
 */
export function useToken(certificate: string | null) {
  const { desk } = usePageServices();
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const look = useCallback(() => setTurn((n) => n + 1), []);

  useEffect(() => {
    if (certificate === null) return;
    let wanted = true;
    const say = (standing: TokenStanding) => wanted && setAnswer({ certificate, turn, standing });
    desk.tokenOf(certificate).then(
      (token) => say({ phase: 'there', token }),
      (error: unknown) => say({ phase: 'stopped', fault: faultOf(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [desk, certificate, turn]);

  const current = answer !== null && answer.certificate === certificate && answer.turn === turn;
  const standing: TokenStanding = current ? answer.standing : { phase: 'looking' };
  return { standing, look };
}
