import { say } from '@/lib/words';
import type { PackRoot, Signer } from './certificate-files';
import { html, type HtmlPart } from './html';
import type { PackContext } from './pack-context';
import { moment } from './said';
import { tableHead } from './table-head';

/** Who signed, up to which roots that leads, and the revocation lists that the pack holds. */
export function certificatesPart(
  { signers, roots }: { readonly signers: readonly Signer[]; readonly roots: readonly PackRoot[] },
  { lists: { all: lists }, registrant, names }: PackContext,
): HtmlPart {
  const at = (ms: number) => moment(ms, registrant.zone);
  return [
    signers.length === 0
      ? html`<p>${say('pack.certificates.none')}</p>`
      : html`<table>
          ${tableHead([
            [say('pack.certificates.holder')],
            [say('pack.certificates.serial')],
            [say('pack.certificates.good')],
            [say('pack.col.files')],
          ])}
          <tbody>
            ${signers.map(
              ({ subject, serial, notBefore, notAfter, path }) =>
                html`<tr>
                  <td>${subject}</td>
                  <td class="id small">${serial}</td>
                  <td>${at(notBefore)} – ${at(notAfter)}</td>
                  <td><a href="${path}">${say('pack.certificates.chain')}</a></td>
                </tr>`,
            )}
          </tbody>
        </table>`,
    roots.length === 0
      ? null
      : html`<h3>${say('pack.roots')}</h3>
          <table>
            ${tableHead([
              [say('pack.roots.name')],
              ['SHA-256'],
              [say('pack.roots.trust')],
              [say('pack.col.files')],
            ])}
            <tbody>
              ${roots.map(
                ({ certificate: { subject, sha256 }, removed, path }) =>
                  html`<tr>
                    <td>${subject}</td>
                    <td class="id small hash">${sha256}</td>
                    <td>
                      ${removed === null ? say('pack.roots.trusted') : say('pack.roots.removed', { moment: at(removed.at), name: names.of(removed.personId) })}
                    </td>
                    <td><a href="${path}">${say('pack.roots.file')}</a></td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
    lists.length === 0
      ? null
      : html`<h3>${say('pack.lists')}</h3>
          <table>
            ${tableHead([
              [say('pack.lists.issuer')],
              [say('pack.lists.number'), 'n'],
              [say('pack.lists.issued')],
              [say('pack.lists.until')],
              [say('pack.col.files')],
            ])}
            <tbody>
              ${lists.map(
                ({ issuer, number, thisUpdate, nextUpdate, path }) =>
                  html`<tr>
                    <td>${issuer}</td>
                    <td class="n">${number}</td>
                    <td>${at(thisUpdate)}</td>
                    <td>${nextUpdate === null ? '' : at(nextUpdate)}</td>
                    <td><a href="${path}">${say('pack.lists.file')}</a></td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
  ];
}
