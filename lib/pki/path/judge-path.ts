import type { Finding } from '@/lib/base';
import type { Certificate } from '../types';
import { judgeAuthorities } from './judge-authorities';
import { judgeForm } from './judge-form';
import { judgeLeaf } from './judge-leaf';
import { judgeNames } from './judge-names';
import { judgePolicies } from './judge-policies';
import { judgePurposes } from './judge-purposes';
import { judgeValidity } from './judge-validity';
import { Judging } from './judging';
import type { PathInput } from './path-input';

export interface PathJudgement {
  readonly findings: readonly Finding[];
  /** User-constrained-policy-set (RFC 5280 6.1.6). */
  readonly policies: readonly string[];
}

/**
 * RFC 5280 6.1 over a path whose names and signatures chain already; leaf first, root last. Each part walks down from the
 * trust anchor with its own state. The anchor's own validity and restrictions count too, which 6.1 leaves open.
 */
export function judgePath(path: readonly Certificate[], input: PathInput): PathJudgement {
  const judging = new Judging(path, input);
  judgeValidity(judging);
  judgeAuthorities(judging);
  judgeForm(judging);
  judgeLeaf(judging);
  judgePurposes(judging);
  judgeNames(judging);
  const policies = judgePolicies(judging);
  return { findings: judging.findings, policies };
}
