import { PROTOCOL, type Hello } from '@/lib/host';
import { version } from './version';

export function hello(): Hello {
  return {
    hello: 'countersign-host',
    protocol: PROTOCOL,
    version,
    platform: process.platform,
    arch: process.arch,
  };
}
