import type { Directory, LegalHold } from './directory';
import type { Envelope } from './envelope';
import { without } from './without';

/** How long records are kept, and what is on hold. Holds go by name, so that computers which know different ones add up. */
export function foldRetention(before: Directory, event: Envelope): Directory {
  switch (event.type) {
    case 'settings.set': {
      const { legalHold, ...settings } = event.payload.settings;
      const after = { ...before, settings: { ...before.settings, ...settings } };
      return legalHold === undefined ? after : unnamed(after, legalHold, event);
    }
    case 'retention.set': {
      const { registrant, years } = event.payload;
      const others = without(before.retentionYears, registrant);
      return { ...before, retentionYears: years === null ? others : { ...others, [registrant]: years } };
    }
    case 'hold.placed':
      return withHolds(before, [...before.holds, holdOf(event, event.payload)]);
    case 'hold.lifted': {
      const { hold } = event.payload;
      return withHolds(
        before,
        before.holds.filter(({ id }) => id !== hold),
      );
    }
    default:
      return before;
  }
}

function holdOf(
  { registrant, station, seq, who, time }: Envelope,
  about: Pick<LegalHold, 'registrant' | 'reason'>,
): LegalHold {
  return { id: `${registrant}/${station}/${seq}`, ...about, who, since: time[0] };
}

/** The switch of earlier records ended no more than it had begun: a computer knew its own switch alone. */
function unnamed(before: Directory, on: boolean, event: Envelope): Directory {
  const isOwn = ({ id, reason }: LegalHold) => reason === '' && id.split('/')[1] === event.station;
  const others = before.holds.filter((hold) => !isOwn(hold));
  const own = before.holds.find(isOwn) ?? holdOf(event, { registrant: null, reason: '' });
  return withHolds(before, on ? [...others, own] : others);
}

function withHolds(before: Directory, holds: readonly LegalHold[]): Directory {
  const legalHold = holds.some(({ registrant }) => registrant === null);
  return { ...before, holds, settings: { ...before.settings, legalHold } };
}
