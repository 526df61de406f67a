import { useEffect, useState } from 'react';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';

/** An opening that takes longer than this says why. */
const LONG_MS = 1_000;

interface OpeningProps {
  /** What the file asks for; null until that is known. */
  readonly rounds: number | null;
  readonly onCancel: () => void;
}

/** While a certificate file is being opened: what happens, and the way out by button or Esc. */
export function Opening({ rounds, onCancel }: OpeningProps) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onCancel();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onCancel]);
  return (
    <>
      <Button onClick={onCancel}>{say('pfx.cancel')}</Button>
      <span className="opening-said quiet small" role="status">
        {isLong && rounds !== null ? say('pfx.opening-long', { rounds }) : say('pfx.opening')}
      </span>
    </>
  );
}
