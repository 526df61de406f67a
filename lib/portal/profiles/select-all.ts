/**
 * Elements that a profile's selector finds. Rules are data that may come from elsewhere: one that the browser can't parse
 * finds nothing, and reading goes on without it.
 */
export function selectAll(root: ParentNode, selector: string): readonly Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch (error) {
    if (error instanceof Error && error.name === 'SyntaxError') return [];
    throw error;
  }
}
