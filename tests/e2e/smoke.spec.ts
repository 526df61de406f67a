import { expect, test } from './harness';

test('the extension loads and its worker runs again after it was stopped', async ({ extension }) => {
  const popup = await extension.openPopup();
  await expect(popup).toHaveTitle(/Countersign/);
  expect(await extension.workerRuns()).toBe(true);
  await extension.killWorker();
  await expect.poll(() => extension.workerRuns()).toBe(false);
  await popup.reload();
  await expect.poll(() => extension.workerRuns()).toBe(true);
});
