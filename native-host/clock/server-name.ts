import { CountersignError } from '@/lib/base';

/** RFC 5905: where time servers listen. */
const NTP_PORT = 123;
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const NAME = new RegExp(`^((?=.{1,253}(?::|$))${LABEL}(?:\\.${LABEL})*\\.?)(?::(\\d{1,5}))?$`);
const BRACKETED = /^\[([0-9A-Fa-f:.]{2,45})\](?::(\d{1,5}))?$/;

export interface ServerName {
  readonly host: string;
  readonly port: number;
}

/** `time.example`, `192.0.2.1:123` or `[2001:db8::1]:123`. Throws `input/malformed`. */
export function serverName(text: string): ServerName {
  const [, host, port] = BRACKETED.exec(text) ?? NAME.exec(text) ?? [];
  const number = port === undefined ? NTP_PORT : Number(port);
  if (host === undefined || number < 1 || number > 65_535)
    throw new CountersignError('input/malformed', { detail: 'server' });
  return { host, port: number };
}
