import { runCli } from '../cli';
import type { Machine } from '../machine';
import type { World } from '../world';

/** Runs the command line on a machine; answers how it ended and all that it said. */
export async function run(
  machine: Machine,
  args: string,
  diagnose: World['diagnose'] = () => Promise.resolve([]),
) {
  const said: string[] = [];
  const tell = (line: string) => void said.push(line);
  const code = await runCli(args.split(' '), { machine, diagnose, out: tell, err: tell });
  return { code, said: said.join('\n') };
}
