import type { SignEdits } from '@/lib/desk';
import type { OrderDraft } from '@/lib/order';
import { say } from '@/lib/words';
import { Check } from '../ui/check';
import { TextField } from '../ui/text-field';
import { supplierPlace, supplierValues, type Gaps, type SupplierField } from './gaps-of';
import { LineGapFields } from './line-gap-fields';

interface GapFieldsProps {
  readonly draft: OrderDraft;
  readonly gaps: Gaps;
  /** Places whose value blocks the order as it was last prepared. */
  readonly blocked: ReadonlySet<string>;
  readonly edits: SignEdits;
  readonly onChange: (edits: SignEdits) => void;
}

/** What the supplier's page left open or wrote in no usable form, to be completed before the order can be signed. Nothing when there is nothing. */
export function GapFields({ draft, gaps, blocked, edits, onChange }: GapFieldsProps) {
  if (gaps.supplier.length === 0 && gaps.lines.length === 0 && !gaps.missing) return null;

  const read = supplierValues(draft);
  const valueOf = (field: SupplierField) => edits.supplier[field] ?? read[field] ?? '';
  const errorOf = (field: SupplierField) =>
    (field === 'state' || field === 'postalCode') &&
    blocked.has(supplierPlace(field)) &&
    valueOf(field).trim() !== ''
      ? say(`sign.supplier.${field}-error`)
      : null;
  const setSupplier = (field: SupplierField, value: string) =>
    onChange({ ...edits, supplier: { ...edits.supplier, [field]: value } });

  return (
    <section className="gaps" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{say('sign.gaps')}</h2>
      <p className="quiet">{say('sign.gaps-more')}</p>
      {gaps.supplier.length > 0 && (
        <fieldset className="gap">
          <legend>{say('sign.gap.supplier')}</legend>
          <div className="gap-grid">
            {gaps.supplier.map((field) => (
              <TextField
                key={field}
                label={say(`sign.supplier.${field}`)}
                error={errorOf(field)}
                value={valueOf(field)}
                code={field === 'deaNumber'}
                onChange={(value) => setSupplier(field, value)}
              />
            ))}
          </div>
        </fieldset>
      )}
      {gaps.missing && (
        <fieldset className="gap">
          <legend>{say('sign.gap.whole')}</legend>
          <Check
            checked={edits.wholeOrder ?? false}
            onChange={(wholeOrder) => onChange({ ...edits, wholeOrder })}
          >
            {say('sign.gap.whole-confirm', gaps.missing)}
          </Check>
        </fieldset>
      )}
      {gaps.lines.map((gap) => (
        <LineGapFields
          key={gap.line.lineNumber}
          gap={gap}
          edit={edits.lines[gap.line.lineNumber] ?? {}}
          onChange={(edit) => onChange({ ...edits, lines: { ...edits.lines, [gap.line.lineNumber]: edit } })}
        />
      ))}
    </section>
  );
}
