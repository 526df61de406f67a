import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';

/**
 * Photographs every state in light and dark to .cache/shots. `npx tsx tests/gallery/shoot.ts [part of a name]`.
 * A content-security-policy violation or a page error fails it: what breaks here breaks in the extension.
 */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const configFile = here('./vite.config.ts');
const wanted = process.argv[2] ?? '';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly press?: readonly string[];
}

await build({ configFile, logLevel: 'error' });
const server = await preview({ configFile, preview: { port: 0 } });
const url = server.resolvedUrls?.local[0] as string;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const faults: string[] = [];
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on(
    'console',
    (message) => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`),
  );
  await page.goto(url);
  const sizes = await page.evaluate(
    () => (window as unknown as { galleryStates: Record<string, Size> }).galleryStates,
  );
  for (const [name, size] of Object.entries(sizes)) {
    if (name.includes(wanted)) await shoot(page, name, size);
  }
} finally {
  await browser.close();
  await server.close();
}
if (faults.length > 0) throw new Error(faults.join('\n'));

async function shoot(page: Page, name: string, size: Size): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await page.goto(`${url}?state=${name}`);
    await page.waitForTimeout(400);
    for (const label of size.press ?? []) {
      if (label.startsWith('check:')) await page.getByLabel(label.slice('check:'.length)).check();
      else if (label.startsWith('choose:'))
        await page.getByLabel(label.slice('choose:'.length)).first().selectOption({ index: 1 });
      else if (label.startsWith('say:'))
        await page
          .getByLabel(label.slice('say:'.length))
          .fill('Lakeside Drug on 4th Street closed in October');
      else if (label.startsWith('file:'))
        await page
          .getByLabel(label.slice('file:'.length))
          .setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
      else if (label.startsWith('open:')) await page.getByText(label.slice('open:'.length)).first().click();
      else if (label.startsWith('fill:')) await page.getByLabel(label.slice('fill:'.length)).fill('1234');
      else await page.getByRole('button', { name: label }).first().click();
    }
    await page.waitForTimeout(size.press ? 300 : 0);
    // A full-page screenshot resizes the window, which disarms the sign button: make the window tall instead.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(height, size.height) });
    await page.waitForTimeout(700);
    await page.screenshot({ path: here(`../../.cache/shots/${name}-${colorScheme}.png`) });
  }
}
