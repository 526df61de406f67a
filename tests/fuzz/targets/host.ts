import { setImmediate as turn } from 'node:timers/promises';
import * as v from 'valibot';
import { answerSchema, helloSchema } from '../../../lib/host';
import { FrameParser, frameOf, parseBody } from '../../../native-host/frames';
import { serve } from '../../../native-host/server';
import { hello, idle } from '../../../native-host/tests/support/conversation';
import { questions } from '../../../native-host/tests/support/bent-session';
import { law, type Target } from '../target';

const SLOW_MS = 2_000;
/** The PIN of the questions, and as it would look in a text or in base64. */
const PIN = /57,49,55,51,57,49|917391|OTE3Mzkx/;

/**
 * What the native host hears from a browser: bent octets of valid sessions end cleanly; every answer fits the protocol,
 * answers a question that was asked or none, and never holds a PIN (attacks.md 95, 96).
 */
export function hostTarget(): Target {
  const session = Buffer.concat(questions.map((question) => frameOf(question)));
  const seeds = [session, ...questions.map((question) => frameOf(question)), frameOf({}), frameOf(hello)];
  return {
    name: 'host',
    seeds: seeds.map((seed) => new Uint8Array(seed)),
    share: 4,
    async attack(mutant) {
      const said: unknown[] = [];
      const parser = new FrameParser(2 ** 20);
      const write = (frame: Uint8Array) => {
        for (const one of parser.push(new Uint8Array(frame))) {
          law(one.kind === 'message', `says ${one.kind}`);
          said.push(parseBody(one.body));
        }
      };
      const since = process.cpuUsage();
      const outcome = await serve({ input: inHalves(mutant), write }, hello, idle.handlers);
      // The last answer may be on its way when the input ends.
      await turn();
      const { user, system } = process.cpuUsage(since);
      law((user + system) / 1_000 <= SLOW_MS, `took ${(user + system) / 1_000} ms`);
      law(v.is(helloSchema, said[0]), 'begins without a hello');
      for (const answer of said.slice(1))
        law(v.is(answerSchema, answer), `answers ${JSON.stringify(answer)}`);
      law(!PIN.test(JSON.stringify(said)), 'answers with a PIN');
      law(said.length <= 1 + mutant.length / 4, 'answers more than was asked');
      return `${outcome}, ${said.slice(1).some((answer) => 'value' in (answer as object)) ? 'answered' : 'refused'}`;
    },
  };
}

async function* inHalves(octets: Uint8Array) {
  const middle = octets.length >> 1;
  yield new Uint8Array(octets.subarray(0, middle));
  await turn();
  yield new Uint8Array(octets.subarray(middle));
  await turn();
}
