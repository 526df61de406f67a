import { useEffect, useState } from 'react';
import { faultOf, type Fault } from '@/lib/base';
import type { PreparedDocument, SignDesk, SignEdits } from '@/lib/desk';

/** Typing settles before the document is built anew. */
const SETTLE_MS = 200;

interface Result {
  readonly edits: SignEdits;
  readonly turn: number;
  readonly document: PreparedDocument | null;
  readonly fault: Fault | null;
}

/**
 * The document for these edits, built anew with every `turn`: a refused approval may mean that the day or the comparison
 * has moved on. `current` is false while what is shown belongs to earlier edits or an earlier turn: it can't be signed then.
 */
export function usePrepared(desk: SignDesk, requestId: string, edits: SignEdits | null, turn: number) {
  const [result, setResult] = useState<Result | null>(null);

  useEffect(() => {
    if (!edits) return;
    let wanted = true;
    const build = async () => {
      try {
        const document = await desk.prepareDocument(requestId, edits);
        if (wanted) setResult({ edits, turn, document, fault: null });
      } catch (error) {
        if (wanted) setResult({ edits, turn, document: null, fault: faultOf(error) });
      }
    };
    const timer = setTimeout(() => void build(), SETTLE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [desk, requestId, edits, turn]);

  return {
    prepared: result?.document ?? null,
    fault: result?.fault ?? null,
    current: result !== null && result.edits === edits && result.turn === turn,
  };
}
