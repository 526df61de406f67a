import './print.css';
import type { IncreaseModel } from '@/lib/desk';
import type { Party } from '@/lib/order';
import { say } from '@/lib/words';
import { figure } from '../chart/figures';
import { monthWords } from '../chart/month-words';
import { formatDay } from '../ui/format-day';
import { VisibleText } from '../ui/visible-text';
import { Fact } from './fact';

function addressOf({ address }: Party): string {
  const { street, street2, city, state, postalCode } = address;
  return [street, street2, `${city}, ${state} ${postalCode}`].filter(Boolean).join(', ');
}

/** A request for an increase on Letter paper. Only the supplier that is asked is named; the figures are the pharmacy's own. */
export function IncreasePrint({ model }: { readonly model: IncreaseModel }) {
  const { pharmacy, supplier, substance, units, reason, date, whoName, cuts } = model;
  return (
    <article className="print-sheet">
      <header className="print-head">
        <h1>{say('increase.print.heading')}</h1>
        <p>{say('increase.print.decides')}</p>
      </header>
      <dl className="print-facts print-parties">
        <Fact name={say('increase.print.pharmacy')}>{pharmacy.name}</Fact>
        <Fact name={say('increase.print.dea')} code>
          {pharmacy.deaNumber}
        </Fact>
        <Fact name={say('increase.print.address')}>{addressOf(pharmacy)}</Fact>
        <Fact name={say('increase.supplier')}>{supplier.name}</Fact>
        <Fact name={say('increase.print.date')}>{formatDay(date)}</Fact>
        <Fact name={say('increase.print.by')}>{whoName}</Fact>
      </dl>
      <p>
        <strong>
          <VisibleText>
            {say('increase.print.asked', {
              units: figure(units),
              substance: substance.name,
              code: substance.code,
            })}
          </VisibleText>
        </strong>
      </p>
      <section>
        <h2>{say('increase.reason')}</h2>
        <p>
          <VisibleText>
            {say('som-reason.given', { kind: say(`som-reason.${reason.kind}`), detail: reason.detail })}
          </VisibleText>
        </p>
      </section>
      <FamilyTable model={model} />
      <TrendTable model={model} />
      {cuts.length > 0 && (
        <section>
          <h2>{say('increase.print.cuts')}</h2>
          <ul>
            {cuts.map(({ orderId, sentence }) => (
              <li key={`${orderId} ${sentence}`}>
                <VisibleText>{sentence}</VisibleText>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="print-sign-here">{say('print.statement.sign-here')}</p>
      <footer className="print-note">{say('increase.print.foot')}</footer>
    </article>
  );
}

function FamilyTable({ model: { months, families } }: { readonly model: IncreaseModel }) {
  const last = months.length - 1;
  return (
    <section>
      <h2>{say('increase.print.families')}</h2>
      <table className="print-lines print-figures">
        <thead>
          <tr>
            <th scope="col">{say('ratios.col.family')}</th>
            {months.map((month, at) => (
              <th key={month} scope="col" className="num">
                {at === last
                  ? say('chart.running', { month: monthWords(month).long })
                  : monthWords(month).long}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {families.map(({ family, name, units }) => (
            <tr key={family}>
              <th scope="row">{name}</th>
              {units.map((each, at) => (
                <td key={months[at]} className="num">
                  {figure(each)}
                </td>
              ))}
            </tr>
          ))}
          {families.length === 0 && (
            <tr>
              <td colSpan={months.length + 1}>{say('increase.print.families-none')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function TrendTable({ model: { trend, substance } }: { readonly model: IncreaseModel }) {
  const most = Math.max(1, ...trend.map(({ units }) => units));
  return (
    <section>
      <h2>{say('increase.print.trend', { substance: substance.name })}</h2>
      <table className="print-lines print-figures">
        <thead>
          <tr>
            <th scope="col">{say('chart.col.month')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('chart.col.total')}</span>
            </th>
            <th scope="col" className="num">
              {say('chart.col.total')}
            </th>
            <th scope="col" className="num">
              {say('increase.print.of-you')}
            </th>
          </tr>
        </thead>
        <tbody>
          {trend.map(({ month, units, ofSupplier }, at) => (
            <tr key={month}>
              <th scope="row">
                {at === trend.length - 1
                  ? say('chart.running', { month: monthWords(month).long })
                  : monthWords(month).long}
              </th>
              <td className="print-bar" aria-hidden="true">
                <svg width="100%" height="10">
                  <rect x="0" y="1" height="8" width={`${(100 * Math.max(0, units)) / most}%`} />
                </svg>
              </td>
              <td className="num">{figure(units)}</td>
              <td className="num">{figure(ofSupplier)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
