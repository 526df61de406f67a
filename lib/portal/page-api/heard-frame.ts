/**
 * Whether a frame's script may speak for it. Between it and the outermost page may stand only frames of its own origin: one
 * that nobody granted could dress the order up as it likes (attacks.md 71). Frame and outermost page are looked at by the
 * background, as the browser names them.
 */
export function isHeardFrame(window: Window): boolean {
  const { origin } = window.location;
  let frame: Window = window;
  while (frame !== window.top && frame.parent !== window.top) {
    frame = frame.parent;
    if (originOf(frame) !== origin) return false;
  }
  return true;
}

/** Null for a frame of another origin: the browser lets nobody look into it, and browsers differ in what they throw. */
function originOf(frame: Window): string | null {
  try {
    return frame.location.origin;
  } catch {
    return null;
  }
}
