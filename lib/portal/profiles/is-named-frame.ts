/**
 * Whether the document that this runs in is a frame which a profile names, by title or selector. Runs in pages by itself, so
 * it uses nothing from outside. A frame of another origin than the page around it isn't known by name.
 */
export function isNamedFrame(names: readonly string[]): boolean {
  const frame = window.frameElement;
  return (
    frame !== null &&
    names.some(
      (name) =>
        frame.getAttribute('title') === name ||
        (!/:has\(/i.test(name) && CSS.supports(`selector(${name})`) && frame.matches(name)),
    )
  );
}
