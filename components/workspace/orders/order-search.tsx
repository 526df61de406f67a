import { useEffect, useState } from 'react';
import { faultOf, type Fault } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { TextField } from '../../ui/text-field';

/** Long enough not to search at every key. */
const PAUSE_MS = 200;
const SHOWN = 50;

interface OrderSearchProps {
  /** What was found, the fault, or null where nothing is searched for. */
  readonly onFound: (found: readonly OrderState[] | Fault | null) => void;
}

/** Finds orders by number, NDC, product or supplier while it is typed. */
export function OrderSearch({ onFound }: OrderSearchProps) {
  const { desk } = useServices();
  const [text, setText] = useState('');
  useEffect(() => {
    if (text.trim() === '') {
      onFound(null);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(() => {
      desk.search(text, SHOWN).then(
        (orders) => current && onFound(orders),
        (error: unknown) => current && onFound(faultOf(error)),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [desk, text, onFound]);
  return <TextField label={say('orders.search')} type="search" value={text} onChange={setText} />;
}
