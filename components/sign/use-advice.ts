import { useEffect, useState } from 'react';
import { faultOf, type Fault } from '@/lib/base';
import type { OrderPicture, PreparedDocument, SignDesk, SignEdits, SomAdvice } from '@/lib/desk';

interface Found {
  readonly advice: readonly SomAdvice[];
  readonly pictures: readonly OrderPicture[];
  /** What kept a part from being read, or the warning from being recorded. */
  readonly faults: Readonly<Record<'advice' | 'pictures' | 'record', Fault | null>>;
}

const NONE: Found = { advice: [], pictures: [], faults: { advice: null, pictures: null, record: null } };

/**
 * What is known beside the sentences, where there are some; what was there stays while it is read anew, and no part waits
 * for another. That the order is shown as unusual is put on record at the same time, whatever becomes of the order.
 */
export function useAdvice(
  desk: SignDesk,
  requestId: string,
  edits: SignEdits | null,
  /** Null while what is shown belongs to earlier edits. */
  prepared: PreparedDocument | null,
): Pick<Found, 'advice' | 'pictures'> & { readonly fault: Fault | null } {
  const [{ advice, pictures, faults }, setFound] = useState<Found>(NONE);

  useEffect(() => {
    if (!edits || !prepared) return;
    if (prepared.somSentences.length === 0) return setFound(NONE);
    let wanted = true;
    const read = async (part: keyof Found['faults'], work: () => Promise<Partial<Found>>) => {
      let got: Partial<Found> = {};
      let fault: Fault | null = null;
      try {
        got = await work();
      } catch (error) {
        fault = faultOf(error);
      }
      if (wanted) setFound((before) => ({ ...before, ...got, faults: { ...before.faults, [part]: fault } }));
    };
    void read('advice', async () => ({ advice: await desk.somAdvice(requestId, edits) }));
    void read('pictures', async () => ({ pictures: await desk.somPictures(requestId, edits) }));
    void read('record', async () => {
      await desk.noteWarning(requestId, edits);
      return {};
    });
    return () => {
      wanted = false;
    };
  }, [desk, requestId, edits, prepared]);

  return { advice, pictures, fault: faults.advice ?? faults.pictures ?? faults.record };
}
