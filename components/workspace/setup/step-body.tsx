import { useCallback } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { Mark } from '../../ui/mark';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { HistoryForm } from '../forms/history-form';
import { PersonForm } from '../forms/person-form';
import { RegistrantForm } from '../forms/registrant-form';
import { RootForm } from '../forms/root-form';
import { SupplierForm } from '../forms/supplier-form';
import { ListAccess } from '../lists/list-access';
import { SignedIn } from '../signed-in';
import { KeySource } from '../tokens/key-source';
import { Nature } from './nature';
import type { SetupPart } from './setup-parts';

interface StepBodyProps {
  readonly part: SetupPart;
  readonly onDone: () => void;
  readonly onNext: () => void;
}

/** What a step asks for, with what is there already. */
export function StepBody({ part, onDone, onNext }: StepBodyProps) {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(
    useCallback(
      async () => ({
        registrant: await desk.registrant(),
        people: await desk.people(),
        roots: await desk.roots(),
        certificates: await desk.certificates(),
        suppliers: await desk.suppliers(),
      }),
      [desk],
    ),
  );
  const done = () => {
    reload();
    onDone();
  };
  if (part === 'nature') return <Nature onNext={onNext} />;
  if (found.phase === 'loading') return <Bars rows={4} />;
  if (found.phase === 'failed') return <FaultNotice fault={found.fault} />;

  const { registrant, people, roots, certificates, suppliers } = found.value;
  switch (part) {
    case 'registrant':
      return <RegistrantForm registrant={registrant} onSaved={onNext} />;
    case 'person':
      return (
        <>
          <Present names={people.map(({ name, role }) => `${name}, ${say(`role.${role}`)}`)} />
          <PersonForm first={people.length === 0} onAdded={done} />
        </>
      );
    case 'root':
      return (
        <>
          <Present names={roots.map(({ subject }) => subject)} />
          <RootForm onTrusted={done} />
        </>
      );
    case 'certificate':
      return (
        <>
          <Present names={certificates.map(({ commonName }) => commonName)} />
          <ListAccess key={certificates.length} />
          <SignedIn>{() => <KeySource onAdded={done} />}</SignedIn>
        </>
      );
    case 'supplier':
      return (
        <>
          <Present names={suppliers.map(({ id, supplier }) => supplier.name ?? id)} />
          <SupplierForm
            key={suppliers.length}
            supplier={null}
            taken={suppliers.map(({ id }) => id)}
            onSaved={done}
          />
        </>
      );
    case 'history':
      return <HistoryForm />;
  }
}

function Present({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <ul className="present" aria-label={say('setup.present')}>
      {names.map((name, index) => (
        <li key={index} className="level tone-good">
          <Mark tone="good" />
          <VisibleText>{name}</VisibleText>
        </li>
      ))}
    </ul>
  );
}
