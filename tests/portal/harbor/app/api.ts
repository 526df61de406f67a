/** Asks the portal's own server; throws an Error with the HTTP status for whatever isn't 2xx. */
export async function api<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(
    path,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as T;
}
