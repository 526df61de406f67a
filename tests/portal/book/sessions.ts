import { randomBytes } from 'node:crypto';
import type { Call } from '../http/router';
import type { Session, SupplierBook } from './supplier-book';

/** Cookies are shared by all ports of a host, so each portal has a name of its own. */
export function sessionOf(book: SupplierBook, call: Call, cookie: string): Session | null {
  return book.sessions.get(call.cookies[cookie] ?? '') ?? null;
}

export function signIn(book: SupplierBook, user: string, cookie: string): Record<string, string> {
  const id = randomBytes(12).toString('hex');
  book.sessions.set(id, { id, user: user.trim() || 'Guest', cart: new Map() });
  return { 'set-cookie': `${cookie}=${id}; Path=/; HttpOnly; SameSite=Lax` };
}
