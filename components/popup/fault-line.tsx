import type { Fault } from '@/lib/base';
import { isWordKey, say } from '@/lib/words/light';
import { Notice } from '../ui/notice';
import { VisibleText } from '../ui/visible-text';

/** A fault in its own sentence; one of keys or certificates, whose sentences the popup doesn't carry, says where to look. */
export function FaultLine({ fault: { code, params } }: { readonly fault: Fault }) {
  return (
    <Notice tone="stop" role="alert">
      <VisibleText>
        {isWordKey(code) ? say.loose(code, params) : say('popup.fault-elsewhere', { code })}
      </VisibleText>
    </Notice>
  );
}
