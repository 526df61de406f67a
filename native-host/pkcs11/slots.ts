import { limits } from '@/lib/base';
import { CkrError } from './ckr-error';
import { countedULongs, type Cryptoki } from './cryptoki';
import { isGone } from './fault-of-ckr';
import { tokenInfo, type TokenInfo } from './token-info';

export interface Plugged {
  readonly slot: bigint;
  readonly info: TokenInfo;
}

/** Every token that is plugged in. One that is pulled out meanwhile, or that the module doesn't know, is none. */
export async function pluggedTokens(cryptoki: Cryptoki): Promise<Plugged[]> {
  const WITH_TOKEN = 1;
  const plugged: Plugged[] = [];
  for (const slot of await countedULongs(cryptoki, 'C_GetSlotList', WITH_TOKEN, limits.tokenSlotsMax)) {
    try {
      plugged.push({ slot, info: await tokenInfo(cryptoki, slot) });
    } catch (error) {
      if (!(error instanceof CkrError) || !isGone(error)) throw error;
    }
  }
  return plugged;
}
