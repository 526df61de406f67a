import type { Scene } from './scene';

/** The popup at its own size, with what is due now. */
export async function showPopup({ extension, shots }: Scene, name: string, sentence: string): Promise<void> {
  const popup = await extension.openPopup();
  await popup.setViewportSize({ width: 380, height: 560 });
  await popup.getByRole('heading', { level: 2 }).first().waitFor();
  await shots.take(name, sentence, popup);
  await popup.close();
}
