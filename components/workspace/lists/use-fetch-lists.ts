import type { CaListsView } from '@/lib/desk';
import { faultOf, type Fault } from '@/lib/base';
import { say } from '@/lib/words';
import { useCallback, useState } from 'react';
import { useServices } from '../../page/services';
import { patternsOf } from '../forms/patterns-of';

export interface FetchOutcome {
  readonly good: boolean;
  readonly sentences: readonly string[];
}

/** Fetches the lists of a CA, after the browser was asked for its hosts where that is still due. */
export function useFetchLists(
  { issuer, name, hosts }: CaListsView,
  onEnded: (outcome: FetchOutcome) => void,
) {
  const { desk, sites, send } = useServices();
  const [busy, setBusy] = useState(false);
  const asked = hosts.filter(({ allowed }) => !allowed).map(({ origin }) => origin);

  const run = useCallback(async (): Promise<FetchOutcome> => {
    // The browser's question must be the first thing in a click.
    if (asked.length > 0 && !(await sites.request(asked.flatMap(patternsOf)))) {
      const host = asked.map((origin) => new URL(origin).host).join(', ');
      return { good: false, sentences: [say('lists.denied', { host })] };
    }
    if (asked.length > 0) await send('sites.changed', {});
    const faults = await desk.fetchLists(issuer);
    await send('archive.changed', {});
    return faults.length === 0
      ? { good: true, sentences: [say('lists.fetched-now', { name })] }
      : { good: false, sentences: sentencesOf(faults) };
  }, [asked, desk, issuer, name, send, sites]);

  const start = () => {
    if (busy) return;
    setBusy(true);
    void run()
      .catch((error: unknown) => ({ good: false, sentences: sentencesOf([faultOf(error)]) }))
      .then((outcome) => {
        setBusy(false);
        onEnded(outcome);
      });
  };
  return { busy, start };
}

function sentencesOf(faults: readonly Fault[]): readonly string[] {
  return [...new Set(faults.map(({ code, params }) => say.loose(code, params)))];
}
