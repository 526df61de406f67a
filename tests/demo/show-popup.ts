import type { Scene } from './scene';

/** The popup at its own size, with what is due now. */
export async function showPopup({ extension, shots }: Scene, name: string, sentence: string): Promise<void> {
  const popup = await extension.openPopup();
  await popup.setViewportSize({ width: 420, height: 560 });
  await popup.getByRole('heading', { level: 2 }).first().waitFor();
  // The browser makes a popup as tall as its content.
  const box = await popup.locator('main').boundingBox();
  if (box)
    await popup.setViewportSize({
      width: Math.ceil(box.width),
      height: Math.min(600, Math.ceil(box.height)),
    });
  await shots.take(name, sentence, popup);
  await popup.close();
}
