import { notFound, type Reply } from './reply';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** Parsed JSON body; null where the body is none. */
  readonly json: unknown;
  readonly cookies: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

/** Keys such as `GET /orders/:number`; the first that fits wins. */
export type Routes = Readonly<Record<string, Handler>>;

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, piece] of wanted.entries()) {
    const value = given[i] as string;
    if (piece.startsWith(':')) params[piece.slice(1)] = decodeURIComponent(value);
    else if (piece !== value) return null;
  }
  return params;
}

export function route(routes: Routes): Handler {
  const table = Object.entries(routes).map(([key, handler]) => {
    const [method, pattern] = key.split(' ') as [string, string];
    return { method, pattern, handler };
  });
  return (call) => {
    for (const { method, pattern, handler } of table) {
      const params = method === call.method ? match(pattern, call.path) : null;
      if (params) return handler({ ...call, params });
    }
    return notFound();
  };
}
