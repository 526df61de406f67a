import { PROTOCOL } from '@/lib/host';

declare const HOST_VERSION: string;

const body = Buffer.from(
  JSON.stringify({
    hello: 'countersign-host',
    protocol: PROTOCOL,
    version: HOST_VERSION,
    platform: process.platform,
    arch: process.arch,
  }),
);
const head = Buffer.alloc(4);
head.writeUInt32LE(body.length);
process.stdout.write(Buffer.concat([head, body]));
