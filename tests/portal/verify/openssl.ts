import { spawn } from 'node:child_process';

export interface Said {
  readonly ok: boolean;
  readonly out: string;
  readonly err: string;
}

/** Runs the OpenSSL command line; rejects only where it can't be started. */
export function openssl(args: readonly string[], cwd: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn('openssl', args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, out, err }));
  });
}
