// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isNamedFrame } from './is-named-frame';

afterEach(() => vi.unstubAllGlobals());

function inFrame(html: string | null): void {
  const holder = document.createElement('div');
  holder.innerHTML = html ?? '';
  vi.stubGlobal('CSS', { supports: (text: string) => !text.includes('[[') });
  vi.stubGlobal('window', { frameElement: holder.firstElementChild });
}

describe('a frame that a profile names', () => {
  it.each([
    ['applicationPage', '<iframe title="applicationPage"></iframe>', true],
    ['iframe#orders', '<iframe id="orders"></iframe>', true],
    ['applicationPage', '<iframe title="news"></iframe>', false],
    ['[[', '<iframe title="news"></iframe>', false],
    ['applicationPage', null, false],
  ])('%s in %s: %s', (name, html, expected) => {
    inFrame(html);
    expect(isNamedFrame([name])).toBe(expected);
  });

  it('is none where no frame is named', () => {
    inFrame('<iframe title="applicationPage"></iframe>');
    expect(isNamedFrame([])).toBe(false);
  });
});
