import { readFileSync } from 'node:fs';
import { say } from '@/lib/words';
import { expect, test } from './harness';

test.use({ pharmacy: 'ready' });

const LINES = 1_494;
const SUPPLIERS = ['Meridian', 'Harbor', 'Cascade'];
const PRODUCTS = [
  ['97104055201', 'Oxycodone HCl 5 mg tablet'],
  ['98322010401', 'Hydrocodone/APAP 10-325 mg tablet'],
  ['98322065501', 'Alprazolam 0.5 mg tablet'],
] as const;

/** As a wholesaler's portal exports it: its own titles, American dates. Three rows can't be read. */
function exported(): string {
  const day = (n: number) => `${1 + (n % 12)}/${1 + (n % 28)}/2025`;
  const rows = Array.from({ length: LINES }, (_, n) => {
    const [ndc, text] = PRODUCTS[n % PRODUCTS.length] ?? ['', ''];
    return `${day(n)},${SUPPLIERS[n % SUPPLIERS.length] ?? ''},"${text}",${ndc},100,${1 + (n % 9)}`;
  });
  const wrong = [
    '13/45/2025,Harbor,Oxycodone,97104055201,100,1',
    '1/2/2025,Harbor,Oxycodone,97104055201,100,-4',
  ];
  return ['Day,Bought from,Text,NDC 11,Pkg Size,Count', ...rows, ...wrong, '1/2/2025,,,,,2'].join('\r\n');
}

test('a history with its own titles: columns chosen, looked at, taken; what was refused can be saved', async ({
  extension,
}) => {
  const page = await extension.open('workspace.html#/setup/history');
  const take = page.getByRole('button', { name: say('history.import'), exact: true });
  await page.getByLabel(say('history.file')).setInputFiles({
    ...{ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(exported()) },
  });
  await expect(page.getByText(say('history.column-missing')).first()).toBeVisible();
  await expect(take).toBeDisabled();
  const choose = (field: 'date' | 'supplier' | 'product' | 'ndc' | 'packages', title: string) =>
    page.getByLabel(say(`import.column.${field}`), { exact: true }).selectOption({ label: title });
  await choose('date', 'Day');
  await choose('supplier', 'Bought from');
  await choose('product', 'Text');
  await choose('ndc', 'NDC 11');
  await choose('packages', 'Count');
  await expect(page.getByText(say('history.column-missing'))).toHaveCount(0);
  const preview = page.getByRole('table', { name: say('history.preview') });
  await expect(preview.getByRole('cell', { name: '2025-01-01' })).toBeVisible();

  await take.click();
  await expect(page.getByText(say('history.taken', { count: LINES }))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(say('history.refused', { count: 3 }))).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('history.save-refused') }).click(),
  ]);
  const refused = readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(refused).toHaveLength(4);
  expect(refused[1]).toContain('13/45/2025');
});
