const MAX_ROOTS = 200;

/** The document and its open shadow roots, in page order. Closed ones are the page's own secret. */
export function openRoots(document: Document): readonly (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (let i = 0; i < roots.length && roots.length < MAX_ROOTS; i++) {
    for (const element of (roots[i] as Document | ShadowRoot).querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return roots;
}
