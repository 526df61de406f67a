// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { limits } from '@/lib/base';
import { mayBeOrderText } from './may-be-order';
import { watchForOrder } from './watch-for-order';

describe('what may be an order', () => {
  test.each([
    'NDC 00406-0552-01',
    'item 0406-0552-01, two bottles',
    'CSOS ID - 26X100208',
    'Your number is 26XAB0012.',
    'Oxycodone 5 mg tablet Qty 3',
    'Form 222: No. of packages … 30 mg',
    'Class C-II',
    'Line1NDC',
    'PO Number26XP00031Catalog',
    '00406-0552-01100',
    '50 mcgOrdered8',
  ])('%s', (text) => expect(mayBeOrderText(text)).toBe(true));

  test.each([
    'Call 555-123-4567 for help',
    'Cart: copy paper A4 80 g, Qty 2',
    'Vitamin C 500 mg is good for you',
    'Model 26X, revision 3',
    '',
  ])('not: %s', (text) => expect(mayBeOrderText(text)).toBe(false));
});

describe('watching', () => {
  let end: AbortController;
  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = '<h1>Welcome</h1>';
    end = new AbortController();
  });
  afterEach(() => {
    end.abort();
    vi.useRealTimers();
  });
  const taking = () => vi.fn(() => Promise.resolve(true));
  const settle = () => vi.advanceTimersByTimeAsync(limits.pageSettleMaxMs);

  test('a page that is an order calls once, whatever happens afterwards', async () => {
    document.body.innerHTML = '<p>NDC 00406-0552-01</p>';
    const onOrder = taking();
    watchForOrder(document, onOrder, end.signal);
    await settle();
    document.body.append('NDC 00406-8530-01');
    await settle();
    expect(onOrder).toHaveBeenCalledTimes(1);
  });

  test('titles that come before the rows are remembered', async () => {
    document.body.innerHTML = '<p>Item # Description Pack Qty Price</p>';
    const onOrder = taking();
    watchForOrder(document, onOrder, end.signal);
    await settle();
    expect(onOrder).not.toHaveBeenCalled();
    document.body.append('4471023 Oxycodone HCl tablet 5 mg 100');
    await settle();
    expect(onOrder).toHaveBeenCalledTimes(1);
  });

  test('a page that is none stays quiet until an order is drawn into it', async () => {
    const onOrder = taking();
    watchForOrder(document, onOrder, end.signal);
    await settle();
    expect(onOrder).not.toHaveBeenCalled();
    const app = document.createElement('div');
    app.innerHTML = '<h1>Cart</h1><p>00406-0552-01</p>';
    document.body.append(app);
    await settle();
    expect(onOrder).toHaveBeenCalledTimes(1);
  });

  test('a text that is only changed counts too', async () => {
    const onOrder = taking();
    watchForOrder(document, onOrder, end.signal);
    await settle();
    const text = document.querySelector('h1')?.firstChild;
    if (text) text.nodeValue = 'CSOS order';
    await settle();
    expect(onOrder).toHaveBeenCalledTimes(1);
  });

  test('a page that never rests is looked at all the same', async () => {
    const onOrder = taking();
    watchForOrder(document, onOrder, end.signal);
    await settle();
    const from = Date.now();
    document.body.append('NDC 00406-0552-01');
    while (onOrder.mock.calls.length === 0 && Date.now() - from < 2 * limits.pageSettleMaxMs) {
      document.body.append('.');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(onOrder).toHaveBeenCalledTimes(1);
    expect(Date.now() - from).toBeLessThanOrEqual(limits.pageSettleMaxMs + 100);
  });

  test('an order that was not taken is offered again when the page settles next, though no word of it is new', async () => {
    document.body.innerHTML = '<p>NDC 00406-0552-01</p>';
    const onOrder = taking().mockResolvedValueOnce(false);
    watchForOrder(document, onOrder, end.signal);
    await settle();
    expect(onOrder).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 3; i++) {
      document.body.append('.');
      await settle();
    }
    expect(onOrder).toHaveBeenCalledTimes(2);
  });

  test('asks nothing while an answer is awaited', async () => {
    document.body.innerHTML = '<p>NDC 00406-0552-01</p>';
    const onOrder = vi.fn(() => new Promise<boolean>(() => undefined));
    watchForOrder(document, onOrder, end.signal);
    await settle();
    document.body.append('NDC 00406-8530-01');
    await settle();
    expect(onOrder).toHaveBeenCalledTimes(1);
  });

  test('a page that a profile was taught for is offered without a word, once it was drawn', async () => {
    const onOrder = taking();
    watchForOrder(document, onOrder, end.signal, Promise.resolve(true));
    await vi.advanceTimersByTimeAsync(limits.pageSettleMs - 50);
    expect(onOrder).not.toHaveBeenCalled();
    await settle();
    document.body.append('.');
    await settle();
    expect(onOrder).toHaveBeenCalledTimes(1);
  });

  test('that one was taught may be known later than the page was drawn', async () => {
    const onOrder = taking();
    let know: (is: boolean) => void = () => undefined;
    watchForOrder(document, onOrder, end.signal, new Promise<boolean>((resolve) => (know = resolve)));
    await settle();
    expect(onOrder).not.toHaveBeenCalled();
    know(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(onOrder).toHaveBeenCalledTimes(1);
  });

  test('gives up after so many refusals', async () => {
    document.body.innerHTML = '<p>NDC 00406-0552-01</p>';
    const onOrder = taking().mockResolvedValue(false);
    watchForOrder(document, onOrder, end.signal);
    for (let i = 0; i < 2 * limits.gateMaxOffers; i++) {
      document.body.append('.');
      await settle();
    }
    expect(onOrder).toHaveBeenCalledTimes(limits.gateMaxOffers);
  });

  test('ends with its signal', async () => {
    const onOrder = taking();
    watchForOrder(document, onOrder, end.signal);
    end.abort();
    document.body.append('NDC 00406-0552-01');
    await settle();
    expect(onOrder).not.toHaveBeenCalled();
  });
});
