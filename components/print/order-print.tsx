import './print.css';
import { formatSchedule } from '@/lib/base';
import type { PrintModel } from '@/lib/documents';
import type { DraftParty } from '@/lib/order';
import { say } from '@/lib/words';
import { OrderNumberCode } from '../ui/code';
import { formatDay } from '../ui/format-day';
import { formatMoment } from '../ui/format-moment';
import { VisibleText } from '../ui/visible-text';
import { Fact } from './fact';
import { PrintedLineRows } from './printed-line-rows';
import { StatementPrint } from './statement-print';

function addressOf({ address }: DraftParty): string {
  const { street, street2, city, state, postalCode } = address;
  const place = [city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [street, street2, place].filter(Boolean).join(', ') || say('print.unknown');
}

/** An order with its linked records on Letter paper: set like a form, black on white, whatever the screen's colours. */
export function OrderPrint({ model }: { readonly model: PrintModel }) {
  const { kind, number, signature, supplier, purchaser } = model;
  const at = formatMoment(model.printedAt, model.zone);
  return (
    <>
      <article className="print-sheet">
        <header className="print-head">
          <h1>{say(`print.heading.${kind}`)}</h1>
          <p>{say(`print.copy.${kind}`)}</p>
        </header>
        <dl className="print-facts">
          <Fact name={say('print.number')}>
            <strong>{number === null ? say('print.unknown') : <OrderNumberCode number={number} />}</strong>
          </Fact>
          <Fact name={say('print.date')}>{formatDay(model.orderedOn)}</Fact>
          <Fact name={say('print.state')}>{say(`state.${model.phase}`)}</Fact>
        </dl>
        <dl className="print-facts print-parties">
          <Fact name={say('print.purchaser')}>{purchaser.name ?? say('print.unknown')}</Fact>
          <Fact name={say('print.purchaser.dea')} code>
            {purchaser.deaNumber ?? say('print.unknown')}
          </Fact>
          <Fact name={say('print.supplier.address').replace(/ \(4\)$/, '')}>{addressOf(purchaser)}</Fact>
          <Fact name={say('print.supplier')}>{supplier.name ?? say('print.unknown')}</Fact>
          <Fact name={say('print.supplier.dea')} code>
            {supplier.deaNumber ?? say('print.unknown')}
          </Fact>
          <Fact name={say('print.supplier.address')}>{addressOf(supplier)}</Fact>
        </dl>
        <table className="print-lines">
          <thead>
            <tr className="print-running">
              <th colSpan={7}>{say('print.running', { number: number ?? say('print.unknown') })}</th>
            </tr>
            <tr>
              <th scope="col">{say('print.col.line')}</th>
              <th scope="col">{say('print.col.item')}</th>
              <th scope="col">{say('print.col.schedule')}</th>
              <th scope="col" className="num">
                {say('print.col.size')}
              </th>
              <th scope="col" className="num">
                {say('print.col.packages')}
              </th>
              <th scope="col" className="num">
                {say('print.col.shipped')}
              </th>
              <th scope="col" className="num">
                {say('print.col.received')}
              </th>
            </tr>
          </thead>
          {model.lines.map((line) => (
            <PrintedLineRows
              key={line.lineNumber}
              line={line}
              schedule={
                line.schedule === null
                  ? say('schedule.unknown')
                  : line.schedule === 'none'
                    ? say('schedule.none')
                    : formatSchedule(line.schedule)
              }
            />
          ))}
        </table>
        <p className="print-note">{say('print.linked')}</p>
        {model.supplierStatement !== null && (
          <section>
            <h2>{say('print.supplier-statement')}</h2>
            <VisibleText>{model.supplierStatement}</VisibleText>
          </section>
        )}
        {model.replaces !== null && <p>{say('print.replaces', { number: model.replaces })}</p>}
        {model.replacedBy !== null && <p>{say('print.replaced-by', { number: model.replacedBy })}</p>}
        {model.flags.length > 0 && (
          <section>
            <h2>{say('print.flags')}</h2>
            <ul>
              {model.flags.map((flag) => (
                <li key={flag}>{say(`flag.${flag}`)}</li>
              ))}
            </ul>
          </section>
        )}
        {signature && (
          <section className="print-signature">
            <h2>{say('print.signature')}</h2>
            <dl>
              <Fact name={say('print.signature.signer')}>
                {signature.certificateSubject ?? signature.signer}
              </Fact>
              <Fact name={say('print.signature.at')}>{formatMoment(signature.signedAt, model.zone)}</Fact>
              <Fact name={say('print.signature.certificate')} code>
                {signature.certificateSha256}
              </Fact>
              <Fact name={say('print.signature.document')} code>
                {signature.documentSha256}
              </Fact>
            </dl>
          </section>
        )}
        {model.reasons && (
          <section className="print-signature">
            <h2>{say('print.reasons')}</h2>
            {model.reasons.reason !== null && (
              <p>
                <VisibleText>{model.reasons.reason}</VisibleText>
              </p>
            )}
            {model.reasons.lowered.map(({ code, name, fromUnits: from, toUnits: to, reason }) => (
              <p key={code}>
                <VisibleText>{say('timeline.som.lowered', { name, from, to, reason })}</VisibleText>
              </p>
            ))}
          </section>
        )}
        <footer className="print-note">
          {model.printedBy === null
            ? say('print.foot.nobody', { at })
            : say('print.foot', { at, who: model.printedBy })}
        </footer>
      </article>
      {model.statements.map((statement, index) => (
        <StatementPrint key={index} statement={statement} />
      ))}
    </>
  );
}
