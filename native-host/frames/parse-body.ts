import { CountersignError } from '@/lib/base';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A frame's JSON; the body is overwritten, whatever comes of it. Throws `input/malformed` without a word of the content:
 * the messages of JSON.parse quote what they stumbled over.
 */
export function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(decode(body)) as unknown;
  } catch (error) {
    if (error instanceof CountersignError) throw error;
    throw new CountersignError('input/malformed', { detail: 'JSON' });
  } finally {
    body.fill(0);
  }
}

function decode(body: Uint8Array): string {
  try {
    return decoder.decode(body);
  } catch (cause) {
    throw new CountersignError('input/malformed', { detail: 'UTF-8' }, { cause });
  }
}
