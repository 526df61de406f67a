import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { limits, type CountersignError } from '@/lib/base';
import type { Desk, PreparedDocument, SignView } from '@/lib/desk';
import { ServicesProvider } from '@/components/page/services';
import { SignWindow } from '@/components/sign/sign-window';
import { fakeDesk, fakeSend, fakeServices } from '../gallery/fake-desk';
import { prepared, signView } from '../gallery/fixtures';

/** A sign window over a desk that answers fixtures; its file says `@vitest-environment happy-dom`. */
export const PASSWORD = 'correct horse battery';
let focused = true;

/** Time and focus under the test's hand; called once by each file, since files may share this module. */
export function inSignWindow(): void {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    focused = true;
    vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

export function loseFocus(): void {
  focused = false;
}

interface Setting {
  readonly view?: Partial<SignView>;
  readonly document?: PreparedDocument;
  readonly unlock?: () => Promise<void>;
  readonly desk?: Partial<Desk>;
  readonly refused?: CountersignError;
}

export function open({
  view = {},
  document: shown = prepared,
  unlock = async () => {},
  desk: more = {},
  refused,
}: Setting = {}) {
  const signed = { orderNumber: '26X100208', delivered: { to: 'field', fault: null } } as const;
  const approve = vi.fn(async () => signed);
  if (refused) approve.mockRejectedValueOnce(refused);
  const lock = vi.fn(async () => {});
  const unlocking = vi.fn(unlock);
  const acceptHonesty = vi.fn<Desk['acceptHonesty']>(async () => {});
  const refuse = vi.fn(async () => {});
  const prepareDocument = vi.fn<Desk['prepareDocument']>(async () => shown);
  const desk = fakeDesk({
    signView: async () => ({
      ...signView,
      ...view,
      ...(approve.mock.settledResults.some(({ type }) => type === 'fulfilled') && {
        state: { phase: 'signed', orderNumber: '26X100208' } as const,
      }),
      ...(refuse.mock.calls.length > 0 && { state: { phase: 'refused', reason: 'Too many' } as const }),
    }),
    prepareDocument,
    acceptHonesty,
    refuse,
    ...more,
  });
  const services = fakeServices({
    desk,
    unlock: unlocking,
    send: fakeSend({ 'sign.approve': approve, 'sign.lock': lock }),
  });
  render(
    <ServicesProvider value={services}>
      <SignWindow requestId="request-1" onNext={() => {}} onClose={() => {}} />
    </ServicesProvider>,
  );
  return { approve, lock, unlocking, acceptHonesty, refuse, prepareDocument };
}

export const settle = (ms = 50) => act(() => vi.advanceTimersByTimeAsync(ms));
export const signButton = () => screen.getByRole('button', { name: 'Sign order' });
export const passwordBox = () => screen.getByLabelText<HTMLInputElement>('Password');
export const typePin = (holder: string, pin: string) => {
  screen.getByLabelText<HTMLInputElement>(`PIN of ${holder}`).value = pin;
};
export const type = (text: string) => {
  passwordBox().value = text;
};

/** As a person's: scripts can't make an event that says so; a test can, because happy-dom lets it. */
export async function press(element: Element, trusted = true) {
  const event = createEvent.click(element);
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  fireEvent(element, event);
  await settle();
}

/** The document is there and the window was looked at long enough; in steps, because React renders between them. */
export async function ready() {
  for (let step = 0; step < 10; step += 1) await settle(50);
  await settle(limits.signArmDelayMs);
}
