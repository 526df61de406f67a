import type { TokenName } from '@/lib/host';
import { say } from '@/lib/words';

/** The name that a token gives itself; its model where it gives none. Text of the token: show it by `VisibleText`. */
export function tokenLabel({ label, model }: TokenName): string {
  return label.trim() || model.trim() || say('token.unlabelled');
}
