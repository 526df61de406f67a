import { confirmSubmitted, isAvailable, requestSignature } from '../countersign-page-api.mjs';
import { asJson, asX12, asXml } from './order-forms.mjs';

const form = document.querySelector('#order');
const stop = document.querySelector('#stop');
const show = (id, text) => (document.querySelector(id).textContent = text);

show(
  '#available',
  (await isAvailable())
    ? 'Countersign is here, and this site is allowed in it.'
    : 'Countersign does not answer: install it, open it from the toolbar and allow this site.',
);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const order = Object.fromEntries(new FormData(form));
  const ask = { json: asJson, xml: asXml, x12: asX12 }[order.form](order);
  const end = new AbortController();
  stop.hidden = false;
  stop.onclick = () => end.abort(new Error('stopped here'));
  show('#outcome', 'Waiting for the signer …');
  try {
    await tell(await requestSignature(ask, { signal: end.signal, timeouts: { userMs: 60 * 60_000 } }));
  } catch (reason) {
    // Only an abort rejects; the order still waits for its signer there.
    show('#outcome', `Not waiting any more: ${reason.message}.`);
  } finally {
    stop.hidden = true;
  }
});

async function tell(answer) {
  switch (answer.status) {
    case 'signed': {
      const notTaken = answer.leftOut ? ` Not part of the signed order: ${answer.leftOut.join(', ')}.` : '';
      show('#outcome', `Signed as ${answer.orderNumber}.${notTaken} Sending it …`);
      if (await isTakenByYourServer(answer.cms)) {
        const isNoted = await confirmSubmitted(answer.orderNumber);
        show('#outcome', `Submitted: ${answer.orderNumber}${isNoted ? ', and the pharmacy knows' : ''}.`);
      } else show('#outcome', `Signed as ${answer.orderNumber}, but this site’s server did not take it.`);
      return;
    }
    case 'refused':
      return show('#outcome', `The signer refused: ${answer.reason}`);
    case 'error':
      return show('#outcome', `${answer.message} (${answer.code})`);
  }
}

/** Your server verifies the message (`countersign verify`) and keeps these very bytes. */
async function isTakenByYourServer(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const headers = { 'content-type': 'application/x-csos-signed-order' };
  const response = await fetch('signed-orders', { method: 'POST', headers, body: bytes });
  return response.ok;
}
