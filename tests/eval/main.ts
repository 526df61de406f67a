import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { faultOf } from '@/lib/base';
import { say } from '@/lib/words';

/** One command of `npm run -s eval -- COMMAND PATH`: yields one result a case, in order. */
type Evaluate = (path: string) => AsyncIterable<object>;

/** Loaded on use, so that judging a CSV doesn't load a browser. */
const commands: Readonly<Record<string, () => Promise<Evaluate>>> = {
  pages: async () => (await import('./pages')).evalPages,
  som: async () => (await import('./som')).evalSom,
  'som-tune': async () => (await import('./som-tune')).evalSomTune,
  'som-compare': async () => (await import('./som-compare')).evalSomCompare,
  products: async () => (await import('./products')).evalProducts,
  pfx: async () => (await import('./pfx')).evalPfx,
  chains: async () => (await import('./chains')).evalChains,
  cms: async () => (await import('./cms')).evalCms,
};

const usage = `Usage: npm run -s eval -- ${Object.keys(commands).join('|')} PATH`;

/** Wrong input to the command itself: a sentence, and exit code 2. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

async function print(result: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
}

const [name = '', path, ...more] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!load) refuse(name === '' ? usage : `There is no command "${name}". ${usage}`);
if (path === undefined || more.length > 0) refuse(`${name} takes exactly one path. ${usage}`);
if (!existsSync(path)) refuse(`There is nothing at ${path}.`);

try {
  const evaluate = await load();
  for await (const result of evaluate(path)) await print(result);
} catch (error) {
  const { code, params } = faultOf(error);
  refuse(
    code === 'internal/unexpected'
      ? `${path} can't be evaluated: ${String(params.detail)}`
      : say.loose(code, params),
  );
}
