import type { PrintModel } from '@/lib/documents';
import { say } from '@/lib/words';
import { formatDay } from '../ui/format-day';
import { VisibleText } from '../ui/visible-text';

type Line = PrintModel['lines'][number];
type Receipt = Line['receipts'][number];

/** What a delivery brought of this line, in one sentence. */
function receiptText(receipt: Receipt): string {
  const { packages, date, countedBy, verifiedBy, discrepancy, corrected } = receipt;
  const lots = (receipt.lots ?? []).map(({ lot, expiry, serial }) =>
    [
      lot === null ? null : say('print.receipt.lot', { lot }),
      expiry === null ? null : say('print.receipt.expiry', { date: formatDay(expiry) }),
      serial === null ? null : say('print.receipt.serial', { serial }),
    ]
      .filter((part) => part !== null)
      .join(', '),
  );
  return [
    say('print.receipt', { count: packages, date: formatDay(date), countedBy }),
    verifiedBy === null ? null : say('print.receipt.verified', { verifiedBy }),
    discrepancy ? say(`print.discrepancy.${discrepancy}`) : null,
    ...lots,
    receipt.note,
    receipt.deliveryNote,
    corrected ? say('print.receipt.corrected') : null,
  ]
    .filter((part) => part)
    .join('; ');
}

/** A line of the order and, under it, the receipts that are linked to it; kept on one page. */
export function PrintedLineRows({ line, schedule }: { readonly line: Line; readonly schedule: string }) {
  const details = [
    line.ndc,
    line.strength,
    line.form,
    line.itemNumber === null ? null : say('print.item-number', { itemNumber: line.itemNumber }),
  ].filter((part) => part !== null);
  return (
    <tbody>
      <tr>
        <td>{line.lineNumber}</td>
        <td>
          <VisibleText>{line.name}</VisibleText>
          <div className="print-small">
            <VisibleText>{details.join(' · ')}</VisibleText>
          </div>
        </td>
        <td>{schedule}</td>
        <td className="num">{line.packageSize?.toLocaleString('en-US') ?? '–'}</td>
        <td className="num">
          <strong>{line.packages?.toLocaleString('en-US') ?? '–'}</strong>
        </td>
        <td className="num">{line.shipped ?? '–'}</td>
        <td className="num">{line.received}</td>
      </tr>
      <tr className="print-receipts">
        <td />
        <td colSpan={6}>
          {line.voided && <div>{say('print.voided')}</div>}
          {line.receipts.length === 0
            ? !line.voided && say('print.receipt.none')
            : line.receipts.map((receipt, index) => (
                <div key={index}>
                  <VisibleText>{receiptText(receipt)}</VisibleText>
                </div>
              ))}
        </td>
      </tr>
    </tbody>
  );
}
