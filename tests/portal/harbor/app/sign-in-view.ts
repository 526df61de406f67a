import { api } from './api';
import { el } from './dom';

export function signInView(done: () => void): HTMLElement {
  const user = el('input', 'field', { id: 'user', name: 'user', autocomplete: 'off' });
  const form = el(
    'form',
    'panel',
    {
      submit: (event) => {
        event.preventDefault();
        void api('/api/session', { user: user.value }).then(done);
      },
    },
    el('h1', 'title', {}, 'Sign in to Harbor'),
    el('p', 'faint', {}, 'Demonstration: any name opens the account.'),
    el('label', 'small', { for: 'user' }, 'Name'),
    user,
    el('button', 'button', {}, 'Sign in'),
  );
  return el('main', 'main', {}, form);
}
