import { useState } from 'react';
import { say } from '@/lib/words';
import { Notice } from '../ui/notice';
import { SignWindow } from './sign-window';

/** `sign.html?request=ID`. Going on to the next order keeps the window, and the key that it unlocked. */
export function SignPage() {
  const [requestId, setRequestId] = useState(() => new URLSearchParams(location.search).get('request'));
  const [position, setPosition] = useState(1);
  const show = (next: string) => {
    setPosition((at) => at + 1);
    history.replaceState(null, '', `?request=${encodeURIComponent(next)}`);
    setRequestId(next);
  };
  if (requestId === null)
    return (
      <main className="sign">
        <Notice tone="information">{say('sign.no-request')}</Notice>
      </main>
    );
  return (
    <SignWindow
      key={requestId}
      requestId={requestId}
      position={position}
      onNext={show}
      onClose={() => window.close()}
    />
  );
}
