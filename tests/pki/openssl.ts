import { execFileSync } from 'node:child_process';

/** Runs the OpenSSL command line and answers its standard output; a missing program or a refusal is a clear sentence. */
export function openssl(args: readonly string[], options: { cwd?: string; input?: Uint8Array } = {}): Buffer {
  try {
    return execFileSync('openssl', args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.input === undefined ? {} : { input: options.input }),
      stdio: 'pipe',
      maxBuffer: 64_000_000,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        'The demo certificates are made with the program "openssl" (3.0 or newer), which is not installed.',
        {
          cause: error,
        },
      );
    }
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`openssl ${args.join(' ')} failed: ${said}`, { cause: error });
  }
}
