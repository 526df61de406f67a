import { say } from '@/lib/words';
import { PrintedPage } from '../../print/printed-page';
import { StatementPrint } from '../../print/statement-print';

/** The statements of an order alone, each on a sheet of its own, for the supplier. */
export function StatementsPage({ orderId }: { readonly orderId: string }) {
  return (
    <PrintedPage
      orderId={orderId}
      title={(number) => say('statements.title', { number })}
      isPrintable={({ statements }) => statements.length > 0}
    >
      {({ statements }) =>
        statements.length === 0 ? (
          <p className="quiet">{say('statements.none')}</p>
        ) : (
          statements.map((statement, index) => <StatementPrint key={index} statement={statement} />)
        )
      }
    </PrintedPage>
  );
}
