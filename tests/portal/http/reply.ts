import type { Html } from './html';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export function page(content: Html, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!DOCTYPE html>\n${content.markup}`,
  };
}

export function json(value: unknown, status = 200): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

export function asset(body: string | Uint8Array, type: string): Reply {
  return { status: 200, headers: { 'content-type': type }, body };
}

/** After a POST: the browser fetches the next page anew. */
export function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 303, headers: { location, ...headers }, body: '' };
}

export function notFound(): Reply {
  return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
}
