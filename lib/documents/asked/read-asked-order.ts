import { CountersignError, utf8 } from '@/lib/base';
import type { AskedOrder } from './asked-order';
import { readAskedX12 } from './read-asked-x12';
import { readAskedXml } from './read-asked-xml';

/**
 * What a document that a supplier's site handed over asks to be signed. Takes more than `readOrder`, which reads signed
 * documents and takes exactly ours: nothing of these bytes is signed. Throws `document/*`.
 */
export function readAskedOrder(text: string, form: 'xml' | 'x12'): AskedOrder {
  const bytes = utf8(text);
  // Half a character pair would become another character on its way into bytes (attacks.md 88).
  if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) !== text)
    throw new CountersignError('document/not-text');
  return form === 'xml' ? readAskedXml(bytes) : readAskedX12(bytes);
}
