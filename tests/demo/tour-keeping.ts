import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { say } from '@/lib/words';
import { demoRegistrants } from '../pki/demo-registrants';
import { demoSignerName } from '../pki/demo-subscribers';
import { openssl } from '../pki/openssl';
import { answerFileDialogs, takeOut } from '../e2e/harness/browser-files';
import { recordAct } from '../e2e/harness/record-act';
import type { Scene } from './scene';

const checkPack = fileURLToPath(new URL('../inspection/check-pack.mjs', import.meta.url));
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** What comes after ordering: records beside CSOS, people and their letters, copies, the pack for an inspector. */
export async function tourKeeping(scene: Scene): Promise<void> {
  const page = await scene.extension.context.newPage();
  await answerFileDialogs(page);
  const open = async (place: string) => {
    await page.goto(scene.extension.url(`workspace.html#/${place}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  await enterRecords(scene, page, open);
  await grantLetter(scene, page, open);
  await keepCopies(scene, page, open);
  await makePack(scene, page, open);
  await page.close();
}

type Open = (place: string) => Promise<void>;

async function enterRecords({ shots }: Scene, page: Page, open: Open) {
  const line = page.getByRole('group', { name: say('record.line', { line: 1 }) });
  const enter = async (name: string, schedule: string, packages: string) => {
    await line.getByLabel(say('record.line.name')).fill(name);
    await line.getByLabel(say('record.line.schedule')).selectOption(schedule);
    await line.getByLabel(say('record.line.size')).fill('100');
    await line.getByLabel(say('record.line.packages')).fill(packages);
    await recordAct(page, say('record.save'));
    await page.getByRole('heading', { name: say('orders.timeline') }).waitFor();
  };
  const { meridian } = demoRegistrants.suppliers;
  await open('records/new/paper-222');
  await page.getByLabel(say('record.other')).fill(meridian.name);
  await page.getByLabel(say('record.other-dea')).fill(meridian.deaNumber);
  await page.getByLabel(say('record.reference.paper-222')).fill('201234567');
  await enter('Hydromorphone HCl 4 mg', '2', '2');
  await open('records/new/loss');
  await enter('Oxycodone HCl 10 mg', '2', '1');
  await shots.take('loss', 'A loss: DEA within one business day, Form 106 within 45 days', page);
  await open('records');
  await page.getByRole('table').waitFor();
  await shots.take('records', 'Paper forms, invoices, returns, transfers, losses: what is still to do', page);
}

async function grantLetter({ shots }: Scene, page: Page, open: Open) {
  await open('people');
  await press(page, say('poa.add'));
  const asked = page.getByRole('dialog');
  await asked
    .getByLabel(say('poa.person'))
    .selectOption({ label: `${demoSignerName} · ${say('role.signer')}` });
  await asked.getByLabel(say('poa.since')).fill('2026-01-05');
  await asked.getByLabel(say('poa.file')).setInputFiles({
    ...{ name: 'poa-okafor.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF-1.4 a letter as it was signed'),
  });
  await recordAct(asked, say('poa.save'));
  await asked.waitFor({ state: 'hidden' });
  await shots.take('people', 'Who works here, by PIN, and the letters of attorney', page, { fullPage: true });
}

async function keepCopies({ shots }: Scene, page: Page, open: Open) {
  await open('archive');
  await press(page, say('archive.copy.choose-folder'));
  await page.getByText(say('archive.copy.done')).waitFor();
  await press(page, say('archive.verify'));
  await page.getByText(/records, all as they were written/).waitFor();
  await shots.take('archive', 'The daily copy, and every record checked', page, { fullPage: true });
}

async function makePack({ world, shots }: Scene, page: Page, open: Open) {
  await open('archive');
  const part = page.getByRole('region', { name: say('inspection.title') });
  await press(page, say('inspection.make'));
  await recordAct(part, say('inspection.make'));
  await part.getByText(say('inspection.done-hash')).waitFor();
  const folder = mkdtempSync(join(tmpdir(), 'countersign-pack-'));
  try {
    const zip = (await takeOut(page, folder)).find((path) => path.endsWith('.zip')) ?? '';
    const root = join(folder, 'root.pem');
    openssl(['x509', '-inform', 'DER', '-in', world.pki.root, '-out', root]);
    const said = execFileSync(process.execPath, [checkPack, join(folder, zip), root], { encoding: 'utf8' });
    const pack = join(folder, 'pack');
    execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, zip), pack]);
    const reader = await page.context().newPage();
    await reader.goto(pathToFileURL(join(pack, 'index.html')).href);
    await shots.take('inspection-pack', 'The pack as an inspector opens it, without Countersign', reader);
    await reader.close();
    console.log(`${zip}  the pack; checked with OpenSSL alone: ${said.trim()}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
