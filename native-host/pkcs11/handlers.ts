import { CountersignError, toBase64 } from '@/lib/base';
import type { Handlers } from '../server';
import { CkrError } from './ckr-error';
import { loadCryptoki, type Cryptoki } from './cryptoki';
import { faultOfCkr, isGone } from './fault-of-ckr';
import { findKnownModules } from './known-modules';
import { listTokens } from './list-tokens';
import { logIn, type LoggedIn } from './log-in';
import { sign } from './sign';

/** What needs a vendor's module. */
export type ModuleHandlers = Pick<Handlers, 'modules' | 'tokens' | 'login' | 'sign' | 'logout'>;

export interface ModuleSession {
  readonly handlers: ModuleHandlers;
  /** Logs out and ends the module, unless a call into it hasn't come back: then it answers false at once. */
  farewell(): Promise<boolean>;
}

/** One module and at most one key that is logged in, for the life of a process. */
export function moduleSession(): ModuleSession {
  let cryptoki: Cryptoki | null = null;
  let held: LoggedIn | null = null;
  let working = false;

  async function said<T>(work: () => Promise<T>): Promise<T> {
    working = true;
    try {
      return await work();
    } catch (error) {
      throw error instanceof CkrError ? faultOfCkr(error) : error;
    } finally {
      working = false;
    }
  }

  const loaded = async (path: string): Promise<Cryptoki> => {
    if (cryptoki === null) cryptoki = await loadCryptoki(path);
    else if (cryptoki.path !== path) throw new CountersignError('input/malformed', { detail: 'module' });
    return cryptoki;
  };

  /** The token forgets the user; one that was pulled out has forgotten already. */
  const letGo = async (): Promise<void> => {
    const was = held;
    held = null;
    if (was === null || cryptoki === null) return;
    was.pin?.wipe();
    try {
      if (was.flags.loginRequired) await cryptoki.must('C_Logout', was.session);
      await cryptoki.must('C_CloseSession', was.session);
    } catch (error) {
      if (!(error instanceof CkrError) || !isGone(error)) throw error;
    }
  };

  const handlers: ModuleHandlers = {
    modules: async () => ({ modules: findKnownModules() }),
    tokens: ({ module }) => said(async () => ({ tokens: await listTokens(await loaded(module)) })),
    login: ({ module, ...wanted }) =>
      said(async () => {
        await letGo();
        held = await logIn(await loaded(module), wanted);
        return { flags: held.flags, pinPerSignature: held.pinPerSignature };
      }),
    sign: ({ certificate, ...wanted }) =>
      said(async () => {
        if (cryptoki === null || held?.certificate !== certificate)
          throw new CountersignError('input/malformed', { detail: 'login' });
        return { signature: toBase64(await sign(cryptoki, held, wanted)) };
      }),
    logout: () =>
      said(async () => {
        await letGo();
        return {};
      }),
  };
  return {
    handlers,
    async farewell() {
      if (working) return false;
      await letGo();
      await cryptoki?.must('C_Finalize', null);
      return true;
    },
  };
}
