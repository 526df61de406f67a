import { useEffect, useState } from 'react';
import { faultOf, type Fault } from '@/lib/base';
import type { OrderPicture, PreparedDocument, SignDesk, SignEdits, SomAdvice } from '@/lib/desk';

interface Advice {
  readonly advice: readonly SomAdvice[];
  readonly pictures: readonly OrderPicture[];
  readonly fault: Fault | null;
}

const NONE: Advice = { advice: [], pictures: [], fault: null };

/**
 * What is known beside the sentences, where there are some; what was there stays while it is read anew. That the order is
 * shown as unusual is put on record at the same time: once for each level, whatever becomes of the order.
 */
export function useAdvice(
  desk: SignDesk,
  requestId: string,
  edits: SignEdits | null,
  /** Null while what is shown belongs to earlier edits. */
  prepared: PreparedDocument | null,
): Advice {
  const [found, setFound] = useState<Advice>(NONE);

  useEffect(() => {
    if (!edits || !prepared) return;
    if (prepared.somSentences.length === 0) return setFound(NONE);
    let wanted = true;
    const read = async () => {
      try {
        const [advice, pictures] = await Promise.all([
          desk.somAdvice(requestId, edits),
          desk.somPictures(requestId),
          desk.noteWarning(requestId, edits),
        ]);
        if (wanted) setFound({ advice, pictures, fault: null });
      } catch (error) {
        if (wanted) setFound((before) => ({ ...before, fault: faultOf(error) }));
      }
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [desk, requestId, edits, prepared]);

  return found;
}
