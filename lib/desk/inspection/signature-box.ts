import { say } from '@/lib/words';
import type { Signer } from './certificate-files';
import { html, type Html, type HtmlPart } from './html';
import { checkOneCommand } from './how-to-check';
import { ROOT } from './linked-page';
import type { PackContext } from './pack-context';
import type { PackOrder, PackSignature } from './pack-order';
import { moment, said } from './said';

function reliedLists({ circumstances }: PackSignature, { lists, registrant }: PackContext): HtmlPart {
  const relied = circumstances.revocationLists ?? [];
  if (relied.length === 0) return say('pack.signed.lists-none');
  return relied.map((one) => {
    const words = say('pack.signed.list', {
      issuer: one.issuer,
      number: one.number,
      moment: moment(one.thisUpdate, registrant.zone),
    });
    const kept = lists.of(one);
    return kept.length > 0
      ? kept.map(({ path }) => html`<div><a href="${ROOT}${path}">${words}</a></div>`)
      : html`<div>${words}<br /><span class="quiet small">${say('pack.signed.list-replaced')}</span></div>`;
  });
}

function notHere(heldBy: string | null): Html {
  return html`<div class="note">
    <p><strong>${say('pack.tracked.title')}</strong></p>
    <p>${heldBy === null ? say('pack.tracked.somewhere') : say('pack.tracked.at', { origin: heldBy })}</p>
  </div>`;
}

/** Who signed an order, when, with what key, and how anybody checks it; `signed` as seen from the pack's first folder. */
export function signatureBox(
  { signature, heldBy }: PackOrder,
  { signed, signer }: { readonly signed: string | null; readonly signer: Signer | null },
  context: PackContext,
): HtmlPart {
  if (signature === null || signed === null) return notHere(heldBy);
  const { verdict, signedAt, circumstances } = signature;
  return html`<dl>
      <dt>${say('pack.signed.file')}</dt>
      <dd><a href="${ROOT}${signed}">${signed}</a></dd>
      <dt>${say('pack.signed.by')}</dt>
      <dd>${verdict.signer?.subject ?? say('pack.unknown')}</dd>
      <dt>${say('pack.signed.at')}</dt>
      <dd>${moment(signedAt, context.registrant.zone)}</dd>
      <dt>${say('pack.signed.certificate')}</dt>
      <dd>
        ${signer ? html`<a href="${ROOT}${signer.path}">${signer.path}</a><br />` : null}<span
          class="quiet small hash"
          >SHA-256 ${signature.certificateSha256}</span
        >
      </dd>
      <dt>${say('pack.signed.key')}</dt>
      <dd>${said(circumstances.keyProtection)}</dd>
      <dt>${say('pack.signed.holds')}</dt>
      <dd>
        ${verdict.valid ? say('pack.signed.holds-yes') : html`<span class="wrong">${say('pack.signed.holds-no')}</span>`}
      </dd>
      <dt>${say('pack.signed.lists')}</dt>
      <dd>${reliedLists(signature, context)}</dd>
    </dl>
    <h3>${say('pack.check.one')}</h3>
    <pre>${checkOneCommand(signed, signedAt)}</pre>
    <p class="quiet small">
      ${say('pack.check.where')} <a href="${ROOT}HOW-TO-CHECK.html">HOW-TO-CHECK.html</a>
    </p>`;
}
