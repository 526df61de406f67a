import { fireEvent, render, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { ServicesProvider } from '@/components/page/services';
import { Workspace } from '@/components/workspace/workspace';
import type { Desk } from '@/lib/desk';
import { say } from '@/lib/words';
import { fakeDesk, fakeServices } from './fake-desk';

/** The workspace at a place, on a desk that answers as the test says; `send` hears what the background is told. */
export function showWorkspace(path: string, desk: Partial<Desk> = {}) {
  location.hash = path;
  const send = vi.fn(() => Promise.resolve(undefined));
  render(
    <ServicesProvider value={fakeServices({ desk: fakeDesk(desk), send })}>
      <Workspace />
    </ServicesProvider>,
  );
  return { send };
}

/** Presses the button once it is there. */
export async function press(name: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }));
}

/** In the dialog that is open: Ana Ruiz gives her PIN, and the act is pressed. */
export async function byPin(act: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(await dialog.findByLabelText(say('ui.who.pin')), { target: { value: '2468' } });
  await dialog.findByDisplayValue(/Ana Ruiz/);
  fireEvent.click(dialog.getByRole('button', { name: act }));
}
