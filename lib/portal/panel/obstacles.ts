import type { Box } from './free-corner';

const SENDING =
  /submit|sign|place|order|check ?out|save|continue|confirm|review|send|next|update|receive|attest/i;
const MAX_LOOKED_AT = 400;

/** Where the page's own ways on are drawn now; the panel stays off them. */
export function obstacles(document: Document): readonly Box[] {
  const view = document.defaultView;
  if (!view) return [];
  const candidates = document.querySelectorAll(
    'button,input[type="submit"],input[type="button"],input[type="image"],[role="button"],a[class*="btn"],a[class*="button"]',
  );
  const boxes: Box[] = [];
  for (let i = 0; i < Math.min(candidates.length, MAX_LOOKED_AT); i++) {
    const button = candidates[i] as HTMLInputElement;
    const isSubmit = button.type === 'submit' || button.type === 'image';
    if (
      !isSubmit &&
      !SENDING.test(`${button.textContent} ${button.value ?? ''} ${button.getAttribute('aria-label') ?? ''}`)
    )
      continue;
    const box = button.getBoundingClientRect();
    if (box.width > 0 && box.bottom > 0 && box.top < view.innerHeight) boxes.push(box);
  }
  return boxes;
}
