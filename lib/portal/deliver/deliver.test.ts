// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deliver } from './deliver';
import type { Placement } from './placement';

beforeEach(() => {
  document.body.innerHTML = '';
});

const field = { selector: '#at', kind: 'field', content: 'MIIB', fileName: '' } as const;
const file = { selector: '#at', kind: 'file', content: btoa('signed'), fileName: '26X100208.p7m' } as const;
const input = () => document.querySelector('#at') as HTMLInputElement;

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
    expect(deliver(document, field)).toBe('placed');
    expect(input().value).toBe('MIIB');
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test('chooses a file, as a person would, and tells the page’s script', async () => {
    document.body.innerHTML = '<form><input id="at" type="file"></form>';
    const heard = vi.fn();
    document.addEventListener('change', heard);
    expect(deliver(document, file)).toBe('placed');
    const [held] = input().files ?? [];
    expect(await held?.text()).toBe('signed');
    expect(held).toMatchObject({ name: file.fileName, type: 'application/x-csos-signed-order' });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('a page that uploads the file at once and empties the control has it', () => {
    document.body.innerHTML = '<input id="at" type="file">';
    input().addEventListener('change', () => (input().value = ''));
    expect(deliver(document, file)).toBe('placed');
  });

  test.each<[string, string, Placement, string]>([
    ['a password field', '<input id="at" type="password">', field, 'locked'],
    ['a field that can’t be edited', '<textarea id="at" readonly></textarea>', field, 'locked'],
    ['a disabled field', '<input id="at" type="text" disabled>', field, 'locked'],
    ['a button', '<button id="at">x</button>', field, 'locked'],
    ['a file input, text', '<input id="at" type="file">', field, 'locked'],
    ['a text field, a file', '<input id="at" type="text">', file, 'locked'],
    ['a textarea, a file', '<textarea id="at"></textarea>', file, 'locked'],
    ['a disabled file input', '<input id="at" type="file" disabled>', file, 'locked'],
    ['nothing there', '', field, 'not-there'],
    ['two of them', '<input id="at" type="text"><input id="at" type="text">', field, 'not-there'],
    ['a selector that is none', '<input id="at" type="text">', { ...field, selector: 'input[' }, 'not-there'],
  ])('refuses %s', (_, html, placement, outcome) => {
    document.body.innerHTML = html;
    expect(deliver(document, placement)).toBe(outcome);
    for (const one of document.querySelectorAll('input'))
      expect([one.value, one.files?.length ?? 0]).toEqual(['', 0]);
  });

  test('a field whose page puts something else in its place is told', () => {
    document.body.innerHTML = '<input id="at" type="text">';
    input().addEventListener('input', () => (input().value = 'MII'));
    expect(deliver(document, field)).toBe('not-kept');
  });

  test('presses nothing', () => {
    document.body.innerHTML = '<form><textarea id="at"></textarea><button>Submit</button></form>';
    const submitted = vi.fn((event: Event) => event.preventDefault());
    document.querySelector('form')?.addEventListener('submit', submitted);
    deliver(document, field);
    expect(submitted).not.toHaveBeenCalled();
  });
});
