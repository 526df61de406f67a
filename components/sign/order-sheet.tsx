import type { PreparedDocument } from '@/lib/desk';
import type { DraftParty, Order, OrderDraft } from '@/lib/order';
import { say } from '@/lib/words';
import { Code, OrderNumberCode } from '../ui/code';
import { formatDay } from '../ui/format-day';
import { VisibleText } from '../ui/visible-text';
import { SheetLine } from './sheet-line';

interface OrderSheetProps {
  /** Parsed from the bytes to be signed; the draft only while a gap keeps those from being written. */
  readonly order: Order | OrderDraft;
  readonly complete: boolean;
  readonly sentences: PreparedDocument['somSentences'];
}

/** The order as a document, field by field as 21 CFR 1305.21(b) lists them. */
export function OrderSheet({ order, complete, sentences }: OrderSheetProps) {
  return (
    <article className={complete ? 'sheet' : 'sheet sheet-incomplete'} aria-labelledby="sheet-title">
      <header className="sheet-head">
        <div>
          <h2 id="sheet-title">{say('sign.sheet')}</h2>
          <p className="rule-ref">{say('sign.sheet-rule')}</p>
        </div>
        <dl className="sheet-facts">
          <div>
            <dt>{say('sign.number')}</dt>
            <dd>{order.number ? <OrderNumberCode number={order.number} /> : <Missing />}</dd>
          </div>
          <div>
            <dt>{say('sign.date')}</dt>
            <dd>{order.date ? formatDay(order.date) : say('sign.date-later')}</dd>
          </div>
        </dl>
      </header>
      {!complete && <p className="sheet-stamp">{say('sign.incomplete')}</p>}
      <div className="sheet-parties">
        <PartyBlock title={say('sign.supplier')} party={order.supplier} />
        <PartyBlock title={say('sign.purchaser')} party={order.purchaser} />
      </div>
      <table className="sheet-lines">
        <caption className="visually-hidden">{say('sign.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('sign.col.line')}</th>
            <th scope="col" className="num">
              {say('sign.col.packages')}
            </th>
            <th scope="col" className="num">
              {say('sign.col.size')}
            </th>
            <th scope="col">{say('sign.col.item')}</th>
            <th scope="col">{say('sign.col.schedule')}</th>
            <th scope="col" className="num">
              {say('sign.col.units')}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <SheetLine
              key={line.lineNumber}
              line={line}
              sentences={sentences.filter(({ lineNumbers }) => lineNumbers[0] === line.lineNumber)}
            />
          ))}
        </tbody>
      </table>
      <p className="sheet-end">{say('sign.last-line', { count: order.lines.length })}</p>
    </article>
  );
}

function Missing() {
  return <span className="missing">{say('sign.missing')}</span>;
}

function PartyBlock({ title, party }: { readonly title: string; readonly party: DraftParty }) {
  const { street, street2, city, state, postalCode } = party.address;
  const place = [city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <section>
      <h3>{title}</h3>
      <p className="sheet-name">{party.name ? <VisibleText>{party.name}</VisibleText> : <Missing />}</p>
      {[street, street2, place].map(
        (text, index) =>
          text && (
            <p key={index}>
              <VisibleText>{text}</VisibleText>
            </p>
          ),
      )}
      {!(street && city && state && postalCode) && (
        <p>
          {say('sign.address')} <Missing />
        </p>
      )}
      <p>
        {say('sign.dea')} {party.deaNumber ? <Code>{party.deaNumber}</Code> : <Missing />}
      </p>
    </section>
  );
}
