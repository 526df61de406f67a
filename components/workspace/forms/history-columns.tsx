import { historyFields, type HistoryField, type HistoryMapping, type HistoryPreview } from '@/lib/desk';
import { say } from '@/lib/words';
import { Mark } from '../../ui/mark';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { VisibleText } from '../../ui/visible-text';

interface HistoryColumnsProps {
  readonly preview: HistoryPreview;
  readonly onChange: (mapping: HistoryMapping) => void;
}

const NONE = 'none';

/** Which column is what, as guessed and as the user says, and what the first rows then mean. */
export function HistoryColumns({ preview, onChange }: HistoryColumnsProps) {
  const { headers, mapping, missing } = preview;
  const columns = [
    { value: NONE, label: say('history.no-column') },
    ...headers.map((header, at) => ({
      value: String(at),
      label: header.trim() || say('history.column', { number: at + 1 }),
    })),
  ];
  const choose = (field: HistoryField, value: string) =>
    onChange({
      ...mapping,
      columns: { ...mapping.columns, [field]: value === NONE ? null : Number(value) },
    });
  return (
    <section aria-labelledby="history-columns">
      <h3 id="history-columns">{say('history.columns')}</h3>
      <div className="columns">
        {historyFields.map((field) => (
          <SelectField
            key={field}
            label={say(`import.column.${field}`)}
            value={mapping.columns[field] === null ? NONE : String(mapping.columns[field])}
            error={missing.includes(field) ? say('history.column-missing') : null}
            options={columns}
            onChange={(value) => choose(field, value)}
          />
        ))}
        {mapping.columns.supplier === null && (
          <TextField
            label={say('history.one-supplier')}
            value={mapping.supplier ?? ''}
            onChange={(supplier) => onChange({ ...mapping, supplier })}
          />
        )}
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
      <FirstRows preview={preview} />
    </section>
  );
}

function FirstRows({ preview: { first, rows } }: { readonly preview: HistoryPreview }) {
  return (
    <table className="table">
      <caption className="visually-hidden">{say('history.preview')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('import.column.date')}</th>
          <th scope="col">{say('import.column.supplier')}</th>
          <th scope="col">{say('import.column.product')}</th>
          <th scope="col" className="num">
            {say('import.column.package_size')}
          </th>
          <th scope="col" className="num">
            {say('import.column.packages')}
          </th>
        </tr>
      </thead>
      <tbody>
        {first.map(({ row, line, fault }) => (
          <tr key={row}>
            {line ? (
              <>
                <td className="nowrap">{line.date}</td>
                <td>
                  <VisibleText>{line.supplierId}</VisibleText>
                </td>
                <td>
                  <VisibleText>{line.product || (line.ndc ?? '')}</VisibleText>
                </td>
                <td className="num">{line.packageSize ?? '–'}</td>
                <td className="num">{line.packages}</td>
              </>
            ) : (
              <td colSpan={5}>
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
          <td colSpan={5} className="quiet">
            {say('history.first-of', { shown: first.length, count: rows })}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
