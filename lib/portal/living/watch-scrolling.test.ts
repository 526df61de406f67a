// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { watchScrolling } from './watch-scrolling';

const at = (event: Event, timeStamp: number) =>
  Object.defineProperty(event, 'timeStamp', { value: timeStamp });

describe('scrolling', () => {
  it.each(['wheel', 'touchmove', 'scroll'])('by %s says nothing right after a press on a control', (type) => {
    document.body.innerHTML = '<button>Remove</button>';
    const end = new AbortController();
    const scrolling = watchScrolling(document, end.signal);
    const button = document.querySelector('button') as HTMLElement;
    const fire = (name: string, timeStamp: number) =>
      button.dispatchEvent(at(new Event(name, { bubbles: true, composed: true }), timeStamp));
    fire(type, 100);
    expect(scrolling.take()).toBe(true);
    fire('pointerdown', 1_000);
    fire(type, 1_500);
    expect(scrolling.take()).toBe(false);
    fire(type, 2_500);
    expect(scrolling.take()).toBe(true);
    end.abort();
  });
});
