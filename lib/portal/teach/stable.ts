/** What build tools put before names that they make up. */
const BUILT = /^(?:css|sc|jss|emotion|styled|svelte|makeStyles|_)(?:-|\d|$)|^_|--?[\da-z]*\d[\da-z]*$/i;
const DIGITS = /\d/;

/** Whether a name was written by a person, so that it is likely to be there after the page's next build. */
export function isStableName(name: string): boolean {
  if (name.length < 2 || name.length > 40 || BUILT.test(name) || DIGITS.test(name)) return false;
  const words = name.split(/[-_]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
  // Names that a build made up have humps that nobody can say.
  return (
    words.every(
      (word) =>
        word.length <= 2 || /[aeiouy]/i.test(word) || /^(?:qty|btn|ndc|hdr|tbl|txt|nbr|lst)$/i.test(word),
    ) &&
    words.some((word) => word.length >= 3) &&
    words.filter((word) => word.length <= 2).length <= 1
  );
}

export function stableClasses(element: Element): readonly string[] {
  return [...element.classList].filter(isStableName);
}

const NAMING = [
  'data-field',
  'data-col',
  'data-column',
  'col-id',
  'data-testid',
  'data-test',
  'data-label',
  'name',
  'headers',
  'itemprop',
];

/** Attributes that name what an element is for, as selectors; without those that number it. */
export function namingSelectors(element: Element): readonly string[] {
  return NAMING.flatMap((attribute) => {
    const value = element.getAttribute(attribute);
    return value !== null && /^[\w.: -]{2,40}$/.test(value) && !DIGITS.test(value)
      ? [`[${attribute}="${value}"]`]
      : [];
  });
}

/** An id that isn't a number's or a build's. */
export function stableId(element: Element): string | null {
  return element.id !== '' && isStableName(element.id) ? `#${CSS.escape(element.id)}` : null;
}
