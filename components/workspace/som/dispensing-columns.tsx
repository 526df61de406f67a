import {
  dispensingFields,
  type DispensingField,
  type DispensingMapping,
  type DispensingPreview,
} from '@/lib/desk';
import { say } from '@/lib/words';
import { Mark } from '../../ui/mark';
import { SelectField } from '../../ui/select-field';
import { VisibleText } from '../../ui/visible-text';

interface DispensingColumnsProps {
  readonly preview: DispensingPreview;
  readonly onChange: (mapping: DispensingMapping) => void;
}

const NONE = 'none';

/** Which column is what, which are left out, and what the first rows then mean. */
export function DispensingColumns({ preview, onChange }: DispensingColumnsProps) {
  const { headers, mapping, missing, dropped } = preview;
  const columns = [
    { value: NONE, label: say('history.no-column') },
    ...headers.map((header, at) => ({
      value: String(at),
      label: header.trim() || say('history.column', { number: at + 1 }),
    })),
  ];
  const choose = (field: DispensingField, value: string) =>
    onChange({
      ...mapping,
      columns: { ...mapping.columns, [field]: value === NONE ? null : Number(value) },
    });
  return (
    <section aria-labelledby="dispensing-columns">
      <h3 id="dispensing-columns">{say('history.columns')}</h3>
      <div className="columns">
        {dispensingFields.map((field) => (
          <SelectField
            key={field}
            label={say(`dispensing.column.${field}`)}
            value={mapping.columns[field] === null ? NONE : String(mapping.columns[field])}
            error={missing.includes(field) ? say('history.column-missing') : null}
            options={columns}
            onChange={(value) => choose(field, value)}
          />
        ))}
        <SelectField
          label={say('history.day-order')}
          value={mapping.dayOrder ?? 'month-first'}
          options={[
            { value: 'month-first', label: say('history.month-first') },
            { value: 'day-first', label: say('history.day-first') },
          ]}
          onChange={(dayOrder) => onChange({ ...mapping, dayOrder })}
        />
      </div>
      {dropped.length > 0 && (
        <p className="quiet">
          <VisibleText>
            {say('dispensing.dropped', { count: dropped.length, names: dropped.join(', ') })}
          </VisibleText>
        </p>
      )}
      <FirstRows preview={preview} />
    </section>
  );
}

function FirstRows({ preview: { first, rows } }: { readonly preview: DispensingPreview }) {
  return (
    <table className="table">
      <caption className="visually-hidden">{say('dispensing.preview')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('dispensing.column.date')}</th>
          <th scope="col">{say('dispensing.column.product')}</th>
          <th scope="col" className="num">
            {say('dispensing.column.quantity')}
          </th>
          <th scope="col">{say('dispensing.col.substance')}</th>
        </tr>
      </thead>
      <tbody>
        {first.map(({ row, line, fault }) => (
          <tr key={row}>
            {line ? (
              <>
                <td className="nowrap">{line.date}</td>
                <td>
                  <VisibleText>{line.product || (line.ndc ?? '')}</VisibleText>
                </td>
                <td className="num">{line.quantity}</td>
                <td>{line.substance ?? <span className="quiet">{say('schedule.none')}</span>}</td>
              </>
            ) : (
              <td colSpan={4}>
                <Mark tone="stop" />{' '}
                <VisibleText>
                  {say('import/row-refused', {
                    row,
                    detail: fault ? say.loose(fault.code, fault.params) : '',
                  })}
                </VisibleText>
              </td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4} className="quiet">
            {say('history.first-of', { shown: first.length, count: rows })}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
