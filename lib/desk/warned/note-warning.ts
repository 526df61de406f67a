import { canonicalJson, CountersignError, faultOf, sha256Hex, utf8, type Json } from '@/lib/base';
import { assessDraft } from '../assess';
import { situation } from '../context';
import { applyEdits } from '../edits';
import type { DeskPorts } from '../ports';
import { todayAt } from '../registrants';
import type { WarnedCases } from './views';
import { isSameWarning, warningOf } from './warning-of';

/** Kept in the request's own stream, whether it is signed, refused or void in the end (som.md 6). */
export function noteWarning(ports: DeskPorts): WarnedCases['noteWarning'] {
  return async function note(requestId, edits) {
    const stored = await ports.archive.request(requestId);
    if (!stored) throw new CountersignError('signing/request-unknown');
    if (stored.state.phase !== 'open') return;
    const draft = applyEdits(stored.request.draft, edits);
    const today = todayAt(ports, await situation(ports), draft.purchaser.deaNumber);
    const warning = warningOf(await assessDraft(ports, draft, today));
    if (!warning || isSameWarning(warning, stored.warned)) return;
    const { version } = stored;
    const shown = sha256Hex(utf8(canonicalJson(warning as unknown as Json))).slice(0, 16);
    try {
      await ports.archive.append({
        // With its place in the stream: what was shown, then changed, then shown again is recorded again.
        commandId: `warned-${requestId}-${version}-${shown}`,
        who: (await ports.session.read()) ?? 'system',
        orderId: requestId,
        expectedVersion: version,
        events: [{ type: 'request.warned', payload: warning }],
      });
    } catch (error) {
      if (faultOf(error).code !== 'archive/version-conflict') throw error;
      // Signed, refused or noted by another window meanwhile: looked at again, since a closed request is left alone. Each
      // conflict is somebody else's write that succeeded, so this ends.
      await note(requestId, edits);
    }
  };
}
