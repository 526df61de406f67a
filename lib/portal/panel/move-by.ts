import type { Corner } from './free-corner';

/** Lets a handle move the panel to another corner: by arrow keys, or by dragging towards it. */
export function moveBy(
  handle: HTMLElement,
  frame: HTMLElement,
  corner: Corner,
  onMove: (corner: Corner) => void,
): void {
  const [side, edge] = corner.split('-') as ['top' | 'bottom', 'left' | 'right'];
  handle.addEventListener('keydown', (event) => {
    if (!event.isTrusted) return;
    const next = {
      ArrowLeft: `${side}-left`,
      ArrowRight: `${side}-right`,
      ArrowUp: `top-${edge}`,
      ArrowDown: `bottom-${edge}`,
    }[event.key] as Corner | undefined;
    if (!next) return;
    event.preventDefault();
    onMove(next);
  });
  handle.addEventListener('pointerdown', (down) => {
    if (!down.isTrusted || down.button !== 0) return;
    handle.setPointerCapture(down.pointerId);
    const drag = (event: PointerEvent) => {
      frame.style.transform = `translate(${event.clientX - down.clientX}px, ${event.clientY - down.clientY}px)`;
    };
    const drop = (event: PointerEvent) => {
      handle.removeEventListener('pointermove', drag);
      frame.style.transform = '';
      const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 40;
      if (!far || event.type === 'pointercancel') return;
      const vertical = event.clientY > window.innerHeight / 2 ? 'bottom' : 'top';
      onMove(`${vertical}-${event.clientX > window.innerWidth / 2 ? 'right' : 'left'}`);
    };
    handle.addEventListener('pointermove', drag);
    handle.addEventListener('pointerup', drop, { once: true });
    handle.addEventListener('pointercancel', drop, { once: true });
  });
}
