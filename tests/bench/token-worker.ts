import { openedToken } from '../e2e/harness/token-worker';
import { timeApprovals } from './approval';
import { approvalWorld, type ApprovalWorld } from './approval-world';
import type { Inputs } from './inputs';

/** What the bench adds to a background that signs with a token. */
export interface TokenBench {
  /** Milliseconds of each approval, with the token that is open. */
  tokenApprovals(inputs: Inputs, count: number): Promise<number[]>;
}

let world: ApprovalWorld | null = null;

const offered: TokenBench = {
  async tokenApprovals(inputs, count) {
    world ??= await approvalWorld(inputs, openedToken().session);
    return timeApprovals(world, count);
  },
};
Object.assign(globalThis, offered);
