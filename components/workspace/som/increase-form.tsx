import { useState } from 'react';
import { Link } from 'wouter';
import { limits } from '@/lib/base';
import type { IncreaseWish } from '@/lib/desk';
import { judgeReason, somReasonKinds, type SomReasonKind } from '@/lib/order';
import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { readUnits } from './read-units';

interface IncreaseFormProps {
  readonly code: string;
  readonly suppliers: readonly PortalProfile[];
  /** What was written before, to be changed. */
  readonly before: IncreaseWish | null;
  readonly busy: boolean;
  readonly onShow: (wish: IncreaseWish) => void;
}

/** Of whom, how much, and why: a reason with its specific, as the law's records want it (som.md 6). */
export function IncreaseForm({ code, suppliers, before, busy, onShow }: IncreaseFormProps) {
  const [supplierId, setSupplierId] = useState(before?.supplierId ?? '');
  const [text, setText] = useState(before ? String(before.units) : '');
  const [kind, setKind] = useState<SomReasonKind | ''>(before?.reason.kind ?? '');
  const [detail, setDetail] = useState(before?.reason.detail ?? '');
  const [asked, setAsked] = useState(false);
  const units = readUnits(text);
  const lack = kind === '' ? null : judgeReason({ kind, detail });
  const ask = kind === '' ? '' : say(`som-reason.${kind}.ask`);
  const show = () => {
    setAsked(true);
    if (supplierId === '' || units === null || kind === '' || lack !== null) return;
    onShow({ code, supplierId, units, reason: { kind, detail: detail.trim() } });
  };
  if (suppliers.length === 0)
    return (
      <Notice tone="information">
        <p>{say('increase.supplier-none')}</p>
        <p>
          <Link href="/suppliers">{say('workspace.nav.suppliers')}</Link>
        </p>
      </Notice>
    );
  return (
    <div className="form">
      <p className="quiet">{say('increase.explain')}</p>
      <SelectField
        label={say('increase.supplier')}
        value={supplierId}
        empty={say('increase.supplier-choose')}
        error={asked && supplierId === '' ? say('form.missing') : null}
        options={suppliers.map(({ id, supplier }) => ({ value: id, label: supplier.name ?? id }))}
        onChange={setSupplierId}
      />
      <TextField
        label={say('increase.units')}
        hint={say('monitoring.limit-units-hint')}
        inputMode="numeric"
        value={text}
        error={asked && units === null ? say('monitoring.limit-units-hint') : null}
        onChange={setText}
      />
      <SelectField
        label={say('increase.reason')}
        value={kind}
        empty={say('increase.reason-choose')}
        error={asked && kind === '' ? say('som-reason.kind-missing') : null}
        options={somReasonKinds.map((value) => ({ value, label: say(`som-reason.${value}`) }))}
        onChange={setKind}
      />
      {kind !== '' && (
        <Field
          label={say('increase.detail')}
          hint={ask}
          error={asked && lack !== null ? say(`som-reason.lacks.${lack}`, { ask }) : null}
        >
          {(control) => (
            <textarea
              {...control}
              className="input"
              maxLength={limits.statementMaxLength}
              value={detail}
              onChange={(event) => setDetail(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="actions">
        <Button look="primary" aria-disabled={busy} onClick={show}>
          {say('increase.show')}
        </Button>
      </div>
    </div>
  );
}
