import type { Fault } from '@/lib/base';
import { say } from '@/lib/words';
import { Notice } from './notice';
import { VisibleText } from './visible-text';
import { WaitNotice } from './wait-notice';

/** A fault in its own sentence. Its values may come from a page or a file, so hidden characters are written out. */
export function FaultNotice({ fault }: { readonly fault: Fault }) {
  // Another try that has to wait again is counted anew.
  if (fault.code === 'vault/wait') return <WaitNotice seconds={Number(fault.params.count)} />;
  return (
    <Notice tone="stop" role="alert">
      <VisibleText>{say.loose(fault.code, fault.params)}</VisibleText>
    </Notice>
  );
}
