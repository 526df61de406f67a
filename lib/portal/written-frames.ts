/** More frames than this no order page writes itself. */
const MAX_FRAMES = 20;

/**
 * What stands in a frame that the page wrote itself (`srcdoc`, `about:blank`): it has its parent's origin and no script of
 * ours. Null for a frame with an address, which is read by the script that lives in it, and for one that is sandboxed.
 */
export function writtenDocument(frame: HTMLIFrameElement): Document | null {
  const isWritten = frame.srcdoc !== '' || /^(?:about:blank.*)?$/.test(frame.getAttribute('src') ?? '');
  return isWritten && frame.contentDocument?.body ? frame.contentDocument : null;
}

/** Frames of a page, as many as are looked at. */
export function framesIn(root: ParentNode): readonly HTMLIFrameElement[] {
  return [...root.querySelectorAll('iframe')].slice(0, MAX_FRAMES);
}
