import { element } from '../panel/element';

/** Draws a frame around each of these elements until `signal`; follows scrolling. */
export function markAll(layer: ShadowRoot, meant: readonly Element[], signal: AbortSignal): void {
  const boxes = meant.slice(0, 200).map((one) => [one, element('div', { class: 'box meant' })] as const);
  const draw = () => {
    for (const [one, box] of boxes) {
      const { left, top, width, height } = one.getBoundingClientRect();
      box.hidden = width === 0 || height === 0;
      box.style.cssText = `left:${left - 2}px;top:${top - 2}px;width:${width + 4}px;height:${height + 4}px`;
    }
  };
  layer.append(...boxes.map(([, box]) => box));
  document.addEventListener('scroll', draw, { capture: true, passive: true, signal });
  window.addEventListener('resize', draw, { signal });
  signal.addEventListener('abort', () => boxes.forEach(([, box]) => box.remove()), { once: true });
  draw();
}
