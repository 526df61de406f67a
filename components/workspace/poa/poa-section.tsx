import { formatSchedule } from '@/lib/base';
import type { LocationView, PoaView, StaffMember } from '@/lib/desk';
import { say } from '@/lib/words';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { formatDay } from '../../ui/format-day';
import { Mark, type Tone } from '../../ui/mark';
import { VisibleText } from '../../ui/visible-text';
import { PoaFile } from './poa-file';
import { PoaForm } from './poa-form';
import { RevokeForm } from './revoke-form';

interface PoaSectionProps {
  readonly letters: readonly PoaView[];
  readonly staff: readonly StaffMember[];
  readonly locations: readonly LocationView[];
  readonly onChanged: () => void;
}

const TONES = {
  'in-force': 'good',
  'to-come': 'information',
  ended: 'quiet',
  revoked: 'stop',
} as const satisfies Record<PoaView['standing'], Tone>;

/** The register of letters of attorney. */
export function PoaSection({ letters, staff, locations, onChanged }: PoaSectionProps) {
  const finished = (close: () => void) => () => {
    close();
    onChanged();
  };
  return (
    <section>
      <h2>{say('poa.title')}</h2>
      <p className="quiet prose">{say('poa.explain')}</p>
      {letters.length === 0 ? (
        <p>{say('poa.none')}</p>
      ) : (
        <table className="table letters">
          <thead>
            <tr>
              <th scope="col">{say('poa.col.person')}</th>
              <th scope="col">{say('poa.col.location')}</th>
              <th scope="col">{say('poa.col.schedules')}</th>
              <th scope="col">{say('poa.col.days')}</th>
              <th scope="col">{say('poa.col.file')}</th>
              <th scope="col">{say('poa.col.act')}</th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <tr key={letter.id}>
                <th scope="row">
                  <VisibleText>{letter.personName}</VisibleText>
                </th>
                <td>
                  <VisibleText>{letter.registrantName}</VisibleText>
                </td>
                <td>{letter.schedules.map(formatSchedule).join(', ')}</td>
                <td>
                  <Days letter={letter} />
                </td>
                <td>
                  <PoaFile file={letter.file} />
                </td>
                <td>
                  {letter.revoked ? (
                    letter.revoked.file && <PoaFile file={letter.revoked.file} />
                  ) : (
                    <AskInDialog
                      label={say('poa.revoke-short')}
                      of={say('poa.revoke', { name: letter.personName })}
                      title={say('poa.revoke', { name: letter.personName })}
                    >
                      {(close) => <RevokeForm letter={letter} onDone={finished(close)} onCancel={close} />}
                    </AskInDialog>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {staff.length > 0 && locations.length > 0 && (
        <div className="actions">
          <AskInDialog label={say('poa.add')} look="plain" title={say('poa.add')}>
            {(close) => (
              <PoaForm staff={staff} locations={locations} onDone={finished(close)} onCancel={close} />
            )}
          </AskInDialog>
        </div>
      )}
    </section>
  );
}

function Days({ letter: { standing, since, until, revoked } }: { readonly letter: PoaView }) {
  return (
    <>
      <span className="level">
        <Mark tone={TONES[standing]} />
        {say(`poa.standing.${standing}`)}
      </span>
      <span className="quiet small">
        {until
          ? say('poa.days', { since: formatDay(since), until: formatDay(until) })
          : say('poa.days-open', { since: formatDay(since) })}
      </span>
      {revoked && (
        <span className="quiet small">
          {' · '}
          <VisibleText>
            {say('poa.revoked-why', { date: formatDay(revoked.on), reason: revoked.reason })}
          </VisibleText>
        </span>
      )}
    </>
  );
}
