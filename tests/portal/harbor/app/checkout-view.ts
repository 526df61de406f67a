import type { Business } from '../../book/business';
import { dollars } from '../../book/words';
import type { Me, OfferedItem, SubmitAnswer } from '../api-types';
import { api } from './api';
import { el } from './dom';
import { itemGrid } from './item-grid';
import { follow, navigate } from './navigate';
import { askSignature } from './ask-signature';
import { readSignedFile } from './read-signed-file';

function party(title: string, business: Business, dea: string): HTMLElement {
  return el(
    'div',
    'panel',
    {},
    el('p', 'small', {}, title),
    business.name,
    el('br', ''),
    business.street,
    el('br', ''),
    `${business.city}, ${business.state} ${business.postalCode}`,
    el('br', ''),
    `${dea}: ${business.deaNumber}`,
  );
}

/** The order as it will be signed; the buttons send it to the signer, and then to Harbor. */
export async function checkoutView(me: Me): Promise<HTMLElement> {
  const lines = (await api<readonly OfferedItem[]>('/api/items')).filter((item) => item.inCart > 0);
  if (lines.length === 0) {
    return el(
      'div',
      'panel',
      {},
      'Your order is empty. ',
      el('a', '', { href: '/order-guide', click: follow('/order-guide') }, 'Open order guide'),
    );
  }
  const outcome = el('div', '', { role: 'status', 'aria-live': 'polite' });
  const say = (style: string, text: string): void =>
    outcome.replaceChildren(el('div', `note ${style}`, {}, text));
  const submit = async (cms: string): Promise<void> => {
    const answer = await api<SubmitAnswer>('/api/orders', { cms });
    if (answer.accepted) navigate(`/orders/${answer.number}`);
    else say('bad', `Not accepted: ${answer.statement}`);
  };
  const guarded = async (button: HTMLButtonElement, act: () => Promise<void>): Promise<void> => {
    button.disabled = true;
    try {
      await act();
    } catch (error) {
      say('bad', `Something went wrong (${String(error)}). Your order is still here.`);
    } finally {
      button.disabled = false;
    }
  };

  const sign = el('button', 'button', { type: 'button' }, 'Sign with Countersign');
  sign.addEventListener(
    'click',
    () =>
      void guarded(sign, async () => {
        say('', 'Waiting for your signature…');
        const answer = await askSignature(me, lines);
        if (answer.status === 'signed') await submit(answer.cms);
        else
          say(
            'bad',
            answer.status === 'refused'
              ? `You did not sign: ${answer.reason}`
              : `No signature: ${answer.message}`,
          );
      }),
  );
  const file = el('input', '', { type: 'file', 'aria-label': 'Signed order file', accept: '.p7m,.p7s,.txt' });
  const upload = el('button', 'button quiet', { type: 'button' }, 'Upload signed order');
  upload.addEventListener(
    'click',
    () => void guarded(upload, async () => submit(await readSignedFile(file))),
  );

  const total = lines.reduce((sum, item) => sum + item.price * item.inCart, 0);
  return el(
    'div',
    '',
    {},
    el(
      'div',
      'top',
      {},
      el('h1', 'title', {}, 'Review and sign'),
      el('span', 'faint', {}, 'Pending CSOS signature'),
    ),
    outcome,
    itemGrid('Order lines', lines, (item) => el('span', 'mono', {}, item.inCart)),
    el(
      'div',
      'cols',
      {},
      party('Supplier', me.supplier, 'Supplier DEA'),
      party('Ship to', me.customer, 'DEA'),
      el('div', 'panel', {}, el('p', 'small', {}, 'Order total'), el('div', 'title', {}, dollars(total))),
    ),
    el('div', 'bar', {}, file, upload, sign),
  );
}
