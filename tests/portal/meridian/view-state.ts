import type { Session } from '../book/supplier-book';
import { html, type Html } from '../http/html';

/** The opaque field that old frameworks post back and forth; nothing reads it here. */
export function viewState(session: Session): Html {
  const state = Buffer.from(JSON.stringify([session.user, [...session.cart]])).toString('base64');
  return html`<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${state}" />`;
}
