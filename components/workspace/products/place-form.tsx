import { useId, useState } from 'react';
import type { UnknownProductView } from '@/lib/desk';
import { substanceByCode, substances } from '@/lib/drugs';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { VisibleText } from '../../ui/visible-text';
import { ActForm } from '../act/act-form';
import { productForms } from './product-forms';
import { readFacts, substanceLabel, type TypedProduct } from './read-facts';

type FormName = (typeof productForms)[number] | 'text';

interface PlaceFormProps {
  readonly product: Pick<UnknownProductView, 'key' | 'text' | 'read'>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Says what a product is that its text doesn't tell; on record with a name, and withdrawn the same way. */
export function PlaceForm({ product, onDone, onCancel }: PlaceFormProps) {
  const { desk } = useServices();
  const list = useId();
  const { read } = product;
  const known = read.substanceCode === null ? null : substanceByCode(read.substanceCode);
  const [typed, setTyped] = useState<TypedProduct>({
    controlled: !(read.substanceCode === null && read.schedule === 'none'),
    substance: known ? substanceLabel(known) : '',
    strength: read.strengthMg === null ? '' : String(read.strengthMg),
    size: read.packageSize === null ? '' : String(read.packageSize),
    form: read.form ?? '',
  });
  const [asked, setAsked] = useState(false);
  const { facts, faults } = readFacts(typed);
  const change = (part: Partial<TypedProduct>) => setTyped((before) => ({ ...before, ...part }));
  const error = (wrong: boolean, key: 'products.substance-missing' | 'products.number-invalid') =>
    asked && wrong ? say(key) : null;
  return (
    <ActForm
      label={say('products.save')}
      check={() => {
        setAsked(true);
        return facts !== null;
      }}
      onAct={(by) =>
        facts ? desk.correctProduct({ ...by, key: product.key, facts }) : Promise.resolve(false)
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        <strong>
          <VisibleText>{product.text}</VisibleText>
        </strong>
      </p>
      <SelectField<'controlled' | 'none'>
        label={say('products.kind')}
        value={typed.controlled ? 'controlled' : 'none'}
        options={[
          { value: 'controlled', label: say('products.kind-controlled') },
          { value: 'none', label: say('products.not-controlled') },
        ]}
        onChange={(kind) => change({ controlled: kind === 'controlled' })}
      />
      {typed.controlled && (
        <>
          <TextField
            label={say('products.substance')}
            hint={say('products.substance-hint')}
            list={list}
            value={typed.substance}
            error={error(faults.substance, 'products.substance-missing')}
            onChange={(substance) => change({ substance })}
          />
          <datalist id={list}>
            {substances.map((choice) => (
              <option key={choice.code} value={substanceLabel(choice)} />
            ))}
          </datalist>
          <TextField
            label={say('products.strength')}
            hint={say('products.strength-hint')}
            inputMode="decimal"
            value={typed.strength}
            error={error(faults.strength, 'products.number-invalid')}
            onChange={(strength) => change({ strength })}
          />
          <TextField
            label={say('products.size')}
            hint={say('products.size-hint')}
            inputMode="decimal"
            value={typed.size}
            error={error(faults.size, 'products.number-invalid')}
            onChange={(size) => change({ size })}
          />
          <SelectField<FormName>
            label={say('products.form')}
            value={productForms.find((form) => form === typed.form) ?? 'text'}
            options={[
              { value: 'text', label: say('products.form-text') },
              ...productForms.map((form) => ({ value: form, label: say(`products.form.${form}`) })),
            ]}
            onChange={(form) => change({ form: form === 'text' ? '' : form })}
          />
        </>
      )}
    </ActForm>
  );
}
