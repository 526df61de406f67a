import type { SeenPage } from '../evidence';
import type { PortalProfile } from '../profiles/profile';
import { readPage, type ReadPage } from './read-page';

export interface DetectOptions {
  readonly profile?: PortalProfile;
}

/**
 * What a page shows: text and evidence, no verdict on drugs. Reads only what is drawn; executes, clicks and changes
 * nothing. Frames with an address of their own are read by the detector that lives in them.
 */
export function detect(document: Document, options: DetectOptions = {}): SeenPage {
  return detectElements(document, options).page;
}

/** As `detect`, and which elements show each line's values: for teaching, for counting, for holding a press. */
export function detectElements(document: Document, options: DetectOptions = {}): ReadPage {
  const reading = readPage(document, options.profile);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
