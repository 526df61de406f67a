// @vitest-environment happy-dom
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
import type { CertificateChoice, Desk, SignView } from '@/lib/desk';
import { fakeDesk, fakeSend, fakeServices } from '@/tests/gallery/fake-desk';
import { certificate, clock, prepared, signView } from '@/tests/gallery/fixtures';
import { tokenCertificate, tokenWith } from '@/tests/gallery/token-fixtures';
import { ServicesProvider, type Services } from '../page/services';
import { SignWindow } from './sign-window';

const PIN = '73190462';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Setting {
  readonly choice?: CertificateChoice;
  readonly tokenOf?: Desk['tokenOf'];
  readonly unlock?: Services['unlock'];
  readonly approve?: () => Promise<typeof signedOutcome>;
  readonly held?: () => { certificate: string; until: number } | null;
  readonly view?: Partial<SignView>;
  readonly allow?: () => Promise<boolean>;
  readonly onLocked?: (heard: () => void) => () => void;
}

const signedOutcome = { orderNumber: '26X100208', delivered: { to: 'field', fault: null } } as const;

function open({
  choice = tokenCertificate,
  tokenOf: found = async () => tokenWith(),
  unlock: opened = async () => {},
  approve: answered = async () => signedOutcome,
  held = () => null,
  view = {},
  allow: allowed = async () => true,
  onLocked = () => () => {},
}: Setting = {}) {
  const tokenOf = vi.fn(found);
  const unlock = vi.fn(opened);
  const lock = vi.fn(async () => {});
  const allow = vi.fn(allowed);
  const approve = vi.fn(answered);
  render(
    <ServicesProvider
      value={fakeServices({
        desk: fakeDesk({
          signView: async () => ({ ...signView, certificates: [choice], ...view }),
          prepareDocument: async () => prepared,
          tokenOf,
        }),
        unlock,
        onLocked,
        tokenHelper: { allow },
        send: fakeSend({ 'sign.approve': approve, 'sign.lock': lock, 'sign.held': async () => held() }),
      })}
    >
      <SignWindow requestId="request-1" onNext={() => {}} onClose={() => {}} />
    </ServicesProvider>,
  );
  return { tokenOf, unlock, lock, approve, allow };
}

const settle = (ms = 50) => act(() => vi.advanceTimersByTimeAsync(ms));
const signButton = () => screen.getByRole('button', { name: /Sign order|Signing/ });
const pinField = () => screen.queryByLabelText<HTMLInputElement>('PIN of the token');
const typePin = () => {
  (pinField() as HTMLInputElement).value = PIN;
};

async function ready() {
  for (let step = 0; step < 10; step += 1) await settle(50);
  await settle(limits.signArmDelayMs);
}

/** As a person's: scripts can't make an event that says so. */
async function trusted(event: Event, element: Element) {
  Object.defineProperty(event, 'isTrusted', { value: true });
  fireEvent(element, event);
  await settle();
}
const press = (element: Element) => trusted(createEvent.click(element), element);
const enter = (element: Element) => trusted(createEvent.keyDown(element, { key: 'Enter' }), element);

const fails = (code: ConstructorParameters<typeof CountersignError>[0]) => () =>
  Promise.reject(new CountersignError(code));

describe('a token’s PIN', () => {
  it('goes out once as octets and stays nowhere in the page', async () => {
    let seen = '';
    const { unlock, approve } = open({
      unlock: async (key) => {
        seen = 'pin' in key && key.pin ? new TextDecoder().decode(key.pin) : '';
        expect(pinField()?.value).toBe('');
      },
    });
    await ready();
    typePin();
    fireEvent.keyUp(pinField() as HTMLInputElement, { key: '2' });
    expect(document.documentElement.outerHTML).not.toContain(PIN);
    await press(signButton());
    expect(seen).toBe(PIN);
    expect(unlock).toHaveBeenCalledTimes(1);
    expect(unlock.mock.calls[0]?.[0]).toEqual({
      certificate: tokenCertificate.sha256,
      pin: expect.any(Uint8Array) as Uint8Array,
    });
    expect(JSON.stringify(approve.mock.calls)).not.toContain(PIN);
    expect(document.documentElement.outerHTML).not.toContain(PIN);
  });

  it('is never sent again by itself: a wrong one leaves the field empty and focused', async () => {
    const { unlock, approve } = open({ unlock: fails('token/wrong-pin') });
    await ready();
    typePin();
    await enter(pinField() as HTMLInputElement);
    await ready();
    expect(unlock).toHaveBeenCalledTimes(1);
    expect(approve).not.toHaveBeenCalled();
    expect(pinField()?.value).toBe('');
    expect(document.activeElement).toBe(pinField());
    await enter(pinField() as HTMLInputElement);
    expect(unlock).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Enter the PIN of the token.')).toBeTruthy();
  });

  it('is asked for only after the last try was acknowledged, as the token says before', async () => {
    const { unlock } = open({ tokenOf: async () => tokenWith({ pinLastTry: true }) });
    await ready();
    expect(pinField()).toBeNull();
    await press(signButton());
    expect(unlock).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('checkbox'));
    await settle();
    expect(document.activeElement).toBe(pinField());
    typePin();
    await press(signButton());
    expect(unlock).toHaveBeenCalledTimes(1);
  });

  it('is asked for again only after the last try was acknowledged, as the fault says', async () => {
    open({ unlock: fails('token/wrong-pin-last-try') });
    await ready();
    typePin();
    await press(signButton());
    await ready();
    expect(pinField()).toBeNull();
    expect(signButton().getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('checkbox'));
    await settle();
    expect(pinField()).not.toBeNull();
    // Acknowledged for one try: the next wrong one asks anew.
    typePin();
    await press(signButton());
    await ready();
    expect(pinField()).toBeNull();
  });

  it.each([
    ['few tries', { pinFewLeft: true }, /Only few tries are left/, true],
    ['locked', { pinLocked: true }, /has locked its PIN/, false],
    ['to be changed', { pinMustChange: true }, /wants its PIN changed/, false],
    ['empty', { initialized: false }, /never set up/, false],
  ])('says before it is typed: %s', async (_name, flags, words, field) => {
    open({ tokenOf: async () => tokenWith(flags) });
    await ready();
    expect(screen.getByText(words)).toBeTruthy();
    expect(pinField() !== null).toBe(field);
    expect(signButton().getAttribute('aria-disabled')).toBe(String(!field));
  });

  it('has no field where the token has a keypad, and its wait can be cancelled', async () => {
    let letThrough = () => {};
    const { unlock, lock, approve } = open({
      tokenOf: async () => tokenWith({ pinPad: true }),
      unlock: () => new Promise((resolve) => (letThrough = resolve)),
    });
    await ready();
    expect(pinField()).toBeNull();
    await press(signButton());
    expect(unlock.mock.calls[0]?.[0]).toEqual({ certificate: tokenCertificate.sha256, pin: null });
    expect(unlock.mock.calls[0]?.[1]?.aborted).toBe(false);
    expect(screen.getByText('Enter the PIN at the token’s own keypad')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await settle();
    expect(lock).toHaveBeenCalled();
    expect(screen.getByText(/No PIN was entered/)).toBeTruthy();
    expect(unlock.mock.calls[0]?.[1]?.aborted).toBe(true);
    expect(lock).toHaveBeenCalledTimes(1);
    // What comes later opens nothing: it signs nothing, and is locked again.
    letThrough();
    await ready();
    expect(approve).not.toHaveBeenCalled();
    expect(lock).toHaveBeenCalledTimes(2);
  });

  it('may be asked once more at the keypad for the signature, and that wait can be cancelled too', async () => {
    let end: (error: Error) => void = () => {};
    const { lock, approve } = open({
      tokenOf: async () => tokenWith({ pinPad: true }),
      approve: () => new Promise((_, reject) => (end = reject)),
    });
    await ready();
    await press(signButton());
    expect(approve).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/may ask for its PIN once more/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await settle();
    expect(lock).toHaveBeenCalledTimes(1);
    // The background answers what came of it: here it had not signed.
    end(new CountersignError('vault/locked'));
    await ready();
    expect(screen.getByText(/No PIN was entered/)).toBeTruthy();
  });

  it('is emptied and refused here when no token could take it', async () => {
    const { unlock } = open();
    await ready();
    (pinField() as HTMLInputElement).value = '9'.repeat(limits.tokenPinMaxBytes + 1);
    await press(signButton());
    expect(unlock).not.toHaveBeenCalled();
    expect(pinField()?.value).toBe('');
  });
});

describe('the token', () => {
  it('is looked for once, and again only when asked', async () => {
    const { tokenOf } = open({ tokenOf: fails('token/none') });
    await ready();
    window.dispatchEvent(new Event('focus'));
    await ready();
    expect(tokenOf).toHaveBeenCalledTimes(1);
    tokenOf.mockResolvedValue(tokenWith());
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await ready();
    expect(tokenOf).toHaveBeenCalledTimes(2);
    expect(pinField()).not.toBeNull();
  });

  it('that was taken out while it signed is looked for anew', async () => {
    open({ unlock: fails('token/removed') });
    await ready();
    typePin();
    await press(signButton());
    await ready();
    expect(pinField()).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await ready();
    expect(pinField()?.value).toBe('');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks the browser’s permission first thing in the click', async () => {
    let isAsked = false;
    const { allow, tokenOf } = open({
      tokenOf: fails('host/not-permitted'),
      allow: () => {
        isAsked = true;
        return Promise.resolve(true);
      },
    });
    await ready();
    fireEvent.click(screen.getByRole('button', { name: 'Allow the token helper' }));
    // In the same task: nothing was awaited before.
    expect(isAsked).toBe(true);
    await ready();
    expect(allow).toHaveBeenCalledTimes(1);
    expect(tokenOf).toHaveBeenCalledTimes(2);
  });

  it('says what a denied permission means, and asks nothing of the helper', async () => {
    const { tokenOf } = open({ tokenOf: fails('host/not-permitted'), allow: async () => false });
    await ready();
    fireEvent.click(screen.getByRole('button', { name: 'Allow the token helper' }));
    await ready();
    expect(screen.getByText(/was not allowed to talk/)).toBeTruthy();
    expect(tokenOf).toHaveBeenCalledTimes(1);
  });

  it('is named in the head, with its claim as its own', async () => {
    open();
    await ready();
    expect(screen.getByText(/key in the token “Dana’s eToken” \(its own claim: FIPS\)/)).toBeTruthy();
  });
});

describe('a batch', () => {
  const until = clock.now() + 8 * 60_000;
  const password = () => screen.queryByLabelText<HTMLInputElement>('Password');

  it('needs no second password while this window holds the key, but a click for each order', async () => {
    const { unlock, approve } = open({
      choice: certificate,
      held: () => ({ certificate: certificate.sha256, until }),
      view: { waiting: ['r2'] },
    });
    await ready();
    expect(password()).toBeNull();
    expect(screen.getByText('The key of Ana Ruiz is open for this window until 10:13 AM.')).toBeTruthy();
    expect(screen.getByText('Order 1 of 2')).toBeTruthy();
    expect(approve).not.toHaveBeenCalled();
    fireEvent.click(signButton());
    await settle();
    expect(approve).not.toHaveBeenCalled();
    await press(signButton());
    expect(unlock).not.toHaveBeenCalled();
    expect(approve).toHaveBeenCalledTimes(1);
  });

  it('asks again for another certificate’s key', async () => {
    open({ choice: certificate, held: () => ({ certificate: tokenCertificate.sha256, until }) });
    await ready();
    expect(password()).not.toBeNull();
  });

  it('asks again once it was locked by hand', async () => {
    let isOpen = true;
    const { lock } = open({
      choice: certificate,
      held: () => (isOpen ? { certificate: certificate.sha256, until } : null),
    });
    await ready();
    lock.mockImplementation(async () => {
      isOpen = false;
    });
    fireEvent.click(screen.getByRole('button', { name: 'Lock now' }));
    await ready();
    expect(password()).not.toBeNull();
    expect(screen.getByText('The key is locked again. Enter its password to sign.')).toBeTruthy();
  });

  it('asks again at once when the background says that it locked the key, and listens as long as it is there', async () => {
    let isOpen = true;
    const heard = new Set<() => void>();
    open({
      choice: certificate,
      held: () => (isOpen ? { certificate: certificate.sha256, until } : null),
      onLocked: (tell) => {
        heard.add(tell);
        return () => heard.delete(tell);
      },
    });
    await ready();
    expect(password()).toBeNull();
    isOpen = false;
    for (const tell of heard) tell();
    await settle();
    expect(password()).not.toBeNull();
    expect(screen.getByText('The key is locked again. Enter its password to sign.')).toBeTruthy();
    cleanup();
    expect(heard.size).toBe(0);
  });

  it('asks again once the time is over', async () => {
    const soon = clock.now() + 5_000;
    let isOpen = true;
    open({
      choice: certificate,
      held: () => (isOpen ? { certificate: certificate.sha256, until: soon } : null),
    });
    await ready();
    expect(password()).toBeNull();
    isOpen = false;
    await settle(6_000);
    await settle();
    expect(password()).not.toBeNull();
  });

  it('does not look for the token while its session is open, and does once it is over', async () => {
    let isOpen = true;
    const { tokenOf, lock } = open({
      held: () => (isOpen ? { certificate: tokenCertificate.sha256, until } : null),
    });
    await ready();
    expect(tokenOf).not.toHaveBeenCalled();
    expect(pinField()).toBeNull();
    lock.mockImplementation(async () => {
      isOpen = false;
    });
    fireEvent.click(screen.getByRole('button', { name: 'Lock now' }));
    await ready();
    expect(tokenOf).toHaveBeenCalledTimes(1);
    expect(pinField()).not.toBeNull();
  });
});
