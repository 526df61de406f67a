// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deliver } from './deliver';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('putting the signed order into the page', () => {
  test.each([
    '<textarea id="at"></textarea>',
    '<input id="at" type="text">',
    '<input id="at" type="hidden">',
  ])('fills %s and tells the page’s script', (html) => {
    document.body.innerHTML = `<form>${html}</form>`;
    const heard = vi.fn();
    document.addEventListener('input', heard);
    document.addEventListener('change', heard);
    expect(deliver(document, '#at', 'MIIB')).toBe(true);
    expect((document.querySelector('#at') as HTMLInputElement).value).toBe('MIIB');
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['a password field', '<input id="at" type="password">'],
    ['a field that can’t be edited', '<textarea id="at" readonly></textarea>'],
    ['a disabled field', '<input id="at" type="text" disabled>'],
    ['a button', '<button id="at">x</button>'],
    ['nothing there', ''],
    ['two of them', '<input id="at" type="text"><input id="at" type="text">'],
  ])('refuses %s', (_, html) => {
    document.body.innerHTML = html;
    expect(deliver(document, '#at', 'MIIB')).toBe(false);
    for (const field of document.querySelectorAll('input')) expect(field.value).toBe('');
  });

  test('presses nothing', () => {
    document.body.innerHTML = '<form><textarea id="at"></textarea><button>Submit</button></form>';
    const submitted = vi.fn((event: Event) => event.preventDefault());
    document.querySelector('form')?.addEventListener('submit', submitted);
    deliver(document, '#at', 'MIIB');
    expect(submitted).not.toHaveBeenCalled();
  });
});
