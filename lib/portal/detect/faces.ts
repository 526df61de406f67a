import { fold } from './fold';
import type { Reader, Segment } from './reader';

type Root = Document | ShadowRoot | Element;

/** What a page says of itself: its title, its headings, its buttons. */
export interface Faces {
  /** Title and first headings: what the page is about. */
  readonly main: string;
  readonly headings: string;
  /** The first texts of a page without headings. */
  readonly lead: string;
  readonly buttons: readonly string[];
  /** Faces of the buttons and links inside an element. */
  within(element: Element): readonly string[];
}

const HEADINGS = 'h1,h2,h3,[role="heading"],legend,caption';
const TITLED = '[class*="title" i],[class*="heading" i],[id*="title" i]';
const BUTTONS =
  'button,input[type="submit"],input[type="button"],input[type="image"],[role="button"],a[class*="btn"],a[class*="button"]';
/** Links say so in words where pages have no buttons. */
const SUBMIT_LINK =
  /^(?:proceed to )?check ?out$|^(?:submit|place|sign|transmit|complete|finali[sz]e) (?:\w+ ){0,2}order/i;
/** Pages without any headings say at the start what they are. */
const MAX_LEAD = 12;
const NAVIGATION = 'a,nav,header,[role="navigation"],[role="banner"]';
const MAX_HEADINGS = 16;
const MAX_BUTTONS = 400;
const MAX_LINKS = 600;

export function facesOf(
  title: string,
  roots: readonly Root[],
  stream: readonly Segment[],
  reader: Reader,
): Faces {
  const all = (selector: string, max: number) =>
    roots.flatMap((root) => [...root.querySelectorAll(selector)].slice(0, max));
  const spoken = (elements: readonly Element[]) =>
    elements
      .filter((element) => reader.visible(element))
      .map((element) => fold(element.textContent ?? '').slice(0, 120))
      .filter(Boolean);
  const headings = spoken(all(HEADINGS, MAX_HEADINGS));
  const firsts = spoken(roots.flatMap((root) => [...root.querySelectorAll('h1')].slice(0, 2)));
  const titled =
    headings.length > 0 ? [] : spoken(all(TITLED, MAX_HEADINGS)).filter((text) => text.length < 80);
  const lead =
    headings.length > 0 || titled.length > 0
      ? []
      : stream
          .slice(0, MAX_LEAD)
          .filter(
            ({ element, editable }) => !editable && !element.closest(NAVIGATION) && reader.legible(element),
          )
          .map(({ text }) => text.slice(0, 80));
  const links = all('a', MAX_LINKS).filter(
    (link) => SUBMIT_LINK.test(faceOf(link)) && !link.parentElement?.closest(NAVIGATION),
  );
  const buttons = [...all(BUTTONS, MAX_BUTTONS), ...links].filter((button) => reader.visible(button));
  return {
    main: [title, ...(firsts.length > 0 ? firsts : headings.slice(0, 1)), ...titled.slice(0, 1)].join(' · '),
    headings: [...headings.slice(0, 12), ...titled].join(' · '),
    lead: lead.join(' · '),
    buttons: buttons.map(faceOf),
    within: (element) => [...element.querySelectorAll(`${BUTTONS},a`)].slice(0, 12).map(faceOf),
  };
}

function faceOf(element: Element): string {
  return fold(
    (element as HTMLInputElement).value ||
      element.textContent ||
      element.getAttribute('aria-label') ||
      element.getAttribute('alt') ||
      element.getAttribute('title') ||
      '',
  ).slice(0, 40);
}
