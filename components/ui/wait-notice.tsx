import { useEffect, useState } from 'react';
import { say } from '@/lib/words';
import { Notice } from './notice';

/**
 * Counts down what is left to wait, seconds. A screen reader is told once at the beginning and once at the end, not each
 * second.
 */
export function WaitNotice({ seconds }: { readonly seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1_000;
    const timer = setInterval(() => {
      const rest = Math.max(Math.ceil((end - performance.now()) / 1_000), 0);
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds]);
  const over = left === 0;
  return (
    <Notice tone={over ? 'information' : 'stop'}>
      <span aria-hidden="true">{over ? say('keys.wait-over') : say('vault/wait', { count: left })}</span>
      <span className="visually-hidden" role="alert">
        {over ? say('keys.wait-over') : say('vault/wait', { count: seconds })}
      </span>
    </Notice>
  );
}
