// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { button, panelBody } from './body';
import { freeCorner } from './free-corner';
import { createPanel } from './panel';
import type { PanelContent } from './view';

const view: PanelContent = {
  supplierName: 'Harbor Wholesale',
  title: 'Order with 1 line',
  lines: [
    {
      name: '<img src=x onerror=alert(1)>Oxycodone',
      ndc: '97104-0552-01',
      packageSize: 100,
      packages: null,
      schedule: 'C-II',
      gaps: ['The number of packages is missing.'],
      doubts: ['Size not sure'],
    },
  ],
  missing: null,
  level: 'caution',
  levelWord: 'Caution',
  actions: ['review', 'prepare'],
  unreceived: [{ orderId: 'o1', number: '26X 100 208', sentence: 'Order 26X 100 208 is not received.' }],
  order: null,
  notice: null,
  hold: null,
};
const acts = { act: vi.fn(), receive: vi.fn() };
const trusted = (target: Element) => target.dispatchEvent(Object.assign(new Event('click'), {}));

afterEach(() => {
  vi.clearAllMocks();
  document.documentElement.querySelectorAll(':scope > div').forEach((host) => host.remove());
});

describe('panel', () => {
  test('what a page says is text, never markup', () => {
    const body = panelBody(view, acts, false);
    expect(body.querySelector('img')).toBeNull();
    expect(body.textContent).toContain('<img src=x onerror=alert(1)>Oxycodone');
  });

  test('says what is missing, the level by shape and word, and what can be done', () => {
    const body = panelBody(view, acts, false);
    expect(body.textContent).toContain('? × 100');
    expect(body.textContent).toContain('The number of packages is missing.');
    expect(body.querySelector('.level')?.textContent).toBe('◐ Caution');
    expect([...body.querySelectorAll('button')].map((made) => made.textContent)).toEqual([
      'Record receipt',
      'Review and sign',
      'Ready to sign',
    ]);
  });

  test('a press that a script made does nothing', () => {
    const onPress = vi.fn();
    trusted(button({}, 'Sign', onPress));
    expect(onPress).not.toHaveBeenCalled();
  });

  test('a person’s press does (control)', () => {
    const onPress = vi.fn();
    const made = button({}, 'Sign', onPress);
    const press = new Event('click');
    Object.defineProperty(press, 'isTrusted', { value: true });
    made.dispatchEvent(press);
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  test('its content is closed to the page, and it goes when there is nothing to say', () => {
    const end = new AbortController();
    const panel = createPanel(document, {
      acts,
      place: { corner: 'bottom-right', collapsed: false },
      onPlace: vi.fn(),
      signal: end.signal,
    });
    expect(panel.host.isConnected).toBe(false);
    panel.show(view);
    expect(panel.host.isConnected).toBe(true);
    expect(panel.host.shadowRoot).toBeNull();
    expect(panel.host.textContent).toBe('');
    panel.show(null);
    expect(panel.host.isConnected).toBe(false);
    panel.show(view);
    end.abort();
    expect(panel.host.isConnected).toBe(false);
  });
});

describe('corner', () => {
  const size = { width: 300, height: 200 };
  const screen = { width: 1_000, height: 800 };
  const at = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 30 });

  test('the preferred one where nothing is in the way', () => {
    expect(freeCorner('bottom-right', size, screen, [at(10, 10)])).toBe('bottom-right');
  });
  test('another where the page’s submit is', () => {
    expect(freeCorner('bottom-right', size, screen, [at(850, 740)])).toBe('bottom-left');
  });
  test('none where each has a button', () => {
    const everywhere = [at(20, 20), at(850, 20), at(20, 740), at(850, 740)];
    expect(freeCorner('bottom-right', size, screen, everywhere)).toBeNull();
  });
});
