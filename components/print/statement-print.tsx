import './print.css';
import type { Statement } from '@/lib/order';
import { say } from '@/lib/words';
import { VisibleText } from '../ui/visible-text';

/** A statement on a page of its own, with a line to sign on where it isn't signed digitally. */
export function StatementPrint({ statement }: { readonly statement: Statement }) {
  // Line ends are the form's own, so they become lines; any other control is shown (attacks.md 90).
  const [title = '', ...rest] = statement.text.trim().split('\n');
  return (
    <article className="print-sheet print-statement">
      <h1>
        <VisibleText>{title}</VisibleText>
      </h1>
      {rest
        .join('\n')
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, index) => (
          <p key={index}>
            {paragraph.split('\n').map((line, at) => (
              <span key={at} className="print-line">
                <VisibleText>{line}</VisibleText>
              </span>
            ))}
          </p>
        ))}
      {statement.cms === null ? (
        <p className="print-sign-here">{say('print.statement.sign-here')}</p>
      ) : (
        <p>{say('print.statement.signed-digitally')}</p>
      )}
    </article>
  );
}
