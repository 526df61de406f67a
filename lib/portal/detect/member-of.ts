/**
 * A member of any element of a page. A form answers with its fields where they bear a member's name (`<input
 * name="children">`), so what every element is asked is asked of its class.
 */
export function memberOf<K extends 'children' | 'parentElement' | 'assignedSlot'>(
  element: Element,
  name: K,
): Element[K] {
  return Reflect.get(Element.prototype, name, element);
}
