import { EXTENSION_ID, expect, orderAtHarbor, signedOrders, test } from './harness';

test('before a site was allowed nothing there shows that the extension exists', async ({
  context,
  world,
}) => {
  const page = await context.newPage();
  await page.goto(`${world.urls.meridian}/default.asp`);
  const seen = await page.evaluate(async (id) => {
    const resources = ['manifest.json', 'detector.js', 'gate.js', 'sign.html', 'icon/128.png'];
    const loaded = await Promise.all(
      resources.map((path) =>
        fetch(`chrome-extension://${id}/${path}`).then(
          () => true,
          () => false,
        ),
      ),
    );
    const asked = new Promise<boolean>((resolve) => {
      addEventListener('message', (event) => event.data !== 'probe' && resolve(true));
      postMessage('probe', location.origin);
      setTimeout(() => resolve(false), 1_500);
    });
    const added = [...document.documentElement.children].filter(
      (el) => !['HEAD', 'BODY'].includes(el.tagName),
    ).length;
    return {
      loaded,
      answered: await asked,
      added,
      runtime: 'chrome' in window && 'runtime' in (window.chrome as object),
    };
  }, EXTENSION_ID);
  expect(seen).toEqual({
    loaded: [false, false, false, false, false],
    answered: false,
    added: 0,
    runtime: false,
  });
});

test.describe('on an allowed site', () => {
  test.use({ pharmacy: 'ready' });

  test('a page can ask, but no script of it can sign', async ({ context, extension, world }) => {
    const page = await context.newPage();
    await orderAtHarbor(page, world, { oxycodone10: 1 });
    // Synthetic clicks on everything the page can reach, and the sign window in a frame.
    await page.evaluate((id) => {
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/sign.html?request=x`;
      document.body.append(frame);
      for (const host of document.querySelectorAll('*')) host.shadowRoot?.querySelector('button')?.click();
      dispatchEvent(
        new MessageEvent('message', { data: { countersign: '0.1.0', name: 'sign.approve', payload: {} } }),
      );
    }, EXTENSION_ID);
    await page.waitForTimeout(1_000);
    expect(page.frames().some((frame) => frame.url().startsWith(`chrome-extension://${EXTENSION_ID}`))).toBe(
      false,
    );
    expect(extension.signWindows()).toHaveLength(0);
    expect(await signedOrders(extension)).toEqual([]);
  });
});
