import { say } from '@/lib/words';
import { html, type HtmlPart } from './html';
import type { PackLetter } from './poa-files';
import { day } from './said';
import { tableHead } from './table-head';

/** Letters of attorney, with what became of them. */
export function lettersPart(letters: readonly PackLetter[]): HtmlPart {
  if (letters.length === 0) return html`<p>${say('pack.poa.none')}</p>`;
  const file = (path: string | null, words: string) =>
    path === null ? null : html`<a href="${path}">${words}</a> `;
  return html`<table>
    ${tableHead([
      [say('pack.poa.holder')],
      [say('pack.poa.covers')],
      [say('pack.poa.since')],
      [say('pack.poa.until')],
      [say('pack.poa.revoked')],
      [say('pack.col.files')],
    ])}
    <tbody>
      ${letters.map(
        ({ personName, covers, since, until, revoked, letterPath, revocationPath }) =>
          html`<tr>
            <td>${personName}</td>
            <td>${covers}</td>
            <td>${day(since)}</td>
            <td>${until === null ? say('pack.poa.open') : day(until)}</td>
            <td>${revoked === null ? '' : `${day(revoked.on)}: ${revoked.reason}`}</td>
            <td>
              ${file(letterPath, say('pack.poa.letter'))}${file(revocationPath, say('pack.poa.revocation'))}${letterPath === null ? say('pack.poa.no-file') : null}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
