import { useRef } from 'react';
import type { Registrant } from '@/lib/archive';
import type { LocationView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { ActForm } from '../act/act-form';
import { useRegistrantFields } from '../forms/use-registrant-fields';

interface LocationFormProps {
  /** Null: one beside those known. */
  readonly location: LocationView | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A location that is added, or put right. */
export function LocationForm({ location, onDone, onCancel }: LocationFormProps) {
  const { desk } = useServices();
  const { fields, read } = useRegistrantFields(location);
  const whole = useRef<Registrant | null>(null);
  return (
    <ActForm
      label={say('location.save')}
      check={() => {
        whole.current = read();
        return whole.current !== null;
      }}
      onAct={async (by) => {
        const replaces = location?.deaNumber ?? null;
        if (whole.current) await desk.saveLocation({ ...by, registrant: whole.current, replaces });
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      {fields}
    </ActForm>
  );
}
