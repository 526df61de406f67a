/** Styles of the page's root that dim, move, clip or blend all that is drawn in it; others leave our element as it is. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  opacity: /^(?:1|0?\.99\d*)$/,
  filter: /^none$/,
  transform: /^none$/,
  translate: /^none$/,
  rotate: /^none$/,
  scale: /^none$/,
  perspective: /^none$/,
  'offset-path': /^none$/,
  'clip-path': /^none$/,
  clip: /^auto$/,
  'mask-image': /^none$/,
  '-webkit-mask-image': /^none$/,
  'mask-border-source': /^none$/,
  '-webkit-mask-box-image-source': /^none$/,
  'mix-blend-mode': /^normal$/,
  'content-visibility': /^(?:visible|auto)$/,
  zoom: /^(?:0?\.[89]\d*|1(?:\.\d+)?)$/,
};
const TRANSITION = ':active-view-transition';

/** Whether the page's root draws what is in it as it is, and not a picture of an earlier page in its place. */
export function rootShows({ documentElement, defaultView }: Document): boolean {
  const style = defaultView?.getComputedStyle(documentElement);
  if (!style) return false;
  const isPlain = Object.entries(PLAIN).every(([name, plain]) => {
    const value = style.getPropertyValue(name);
    // Not every browser knows all of these.
    return value === '' || plain.test(value);
  });
  return isPlain && !(CSS.supports(`selector(${TRANSITION})`) && documentElement.matches(TRANSITION));
}
