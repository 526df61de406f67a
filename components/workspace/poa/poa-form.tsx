import { useState } from 'react';
import { formatSchedule, parsePlainDate, schedules, type DeaNumber, type Schedule } from '@/lib/base';
import type { LocationView, StaffMember } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Check } from '../../ui/check';
import { FileField } from '../../ui/file-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { ActForm } from '../act/act-form';
import { chosenFile } from './chosen-file';

interface PoaFormProps {
  readonly staff: readonly StaffMember[];
  readonly locations: readonly LocationView[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A letter as it was granted: to whom, for which registration and schedules, from when. */
export function PoaForm({ staff, locations, onDone, onCancel }: PoaFormProps) {
  const { desk } = useServices();
  const [personId, setPersonId] = useState('');
  const [registrant, setRegistrant] = useState<DeaNumber | ''>(
    locations.find(({ isChosen }) => isChosen)?.deaNumber ?? '',
  );
  const [covered, setCovered] = useState<readonly Schedule[]>(['2', '2N']);
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [strict, setStrict] = useState(false);
  const from = parsePlainDate(since);
  const missing = (isMissing: boolean) => (strict && isMissing ? say('form.missing') : null);

  return (
    <ActForm
      label={say('poa.save')}
      check={() => {
        setStrict(true);
        return personId !== '' && registrant !== '' && from !== null && covered.length > 0;
      }}
      onAct={async (by) => {
        if (registrant === '' || from === null) return;
        await desk.grantPoa({
          ...by,
          letter: {
            personId,
            registrant,
            schedules: schedules.filter((schedule) => covered.includes(schedule)),
            since: from,
            until: parsePlainDate(until),
          },
          file: await chosenFile(file),
        });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField
        label={say('poa.person')}
        empty={say('poa.choose')}
        value={personId}
        error={missing(personId === '')}
        options={staff
          .filter(({ left }) => left === null)
          .map(({ id, name, role }) => ({ value: id, label: `${name} · ${say(`role.${role}`)}` }))}
        onChange={setPersonId}
      />
      <SelectField
        label={say('poa.location')}
        empty={say('poa.choose')}
        value={registrant}
        error={missing(registrant === '')}
        options={locations.map(({ deaNumber, name }) => ({
          value: deaNumber,
          label: `${name} · ${deaNumber}`,
        }))}
        onChange={setRegistrant}
      />
      <fieldset>
        <legend className="field-label">{say('poa.schedules')}</legend>
        <div className="choices">
          {schedules
            .filter((schedule) => schedule !== '1')
            .map((schedule) => (
              <Check
                key={schedule}
                checked={covered.includes(schedule)}
                onChange={(on) =>
                  setCovered(on ? [...covered, schedule] : covered.filter((one) => one !== schedule))
                }
              >
                {formatSchedule(schedule)}
              </Check>
            ))}
        </div>
        {missing(covered.length === 0) && <p className="field-error">{say('poa/no-schedules')}</p>}
      </fieldset>
      <TextField
        label={say('poa.since')}
        type="date"
        value={since}
        error={missing(from === null)}
        onChange={setSince}
      />
      <TextField label={say('poa.until')} type="date" value={until} onChange={setUntil} />
      <FileField label={say('poa.file')} accept=".pdf,.png,.jpg,.jpeg" onChoose={setFile} />
    </ActForm>
  );
}
