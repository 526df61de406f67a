import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Desk } from '@/lib/desk';
import * as background from '@/lib/desk/background';
import { builtInProfiles, profileFile } from '@/lib/portal';
import {
  archiveActs,
  besideActs,
  keyActs,
  monitoringActs,
  orderActs,
  peopleActs,
  productActs,
  setUpActs,
  signingActs,
} from './acts';
import { MODULE, tokenChoice, withToken } from './acts/key-acts';
import { mortalWorld, submitted, type MortalWorld } from './acts/mortal-act';
import { askedAtMeridian } from './acts/signing-acts';
import { writingCases } from './writing-cases';

const HISTORY = 'Date,Supplier,Product,Packages\n2026-03-04,meridian,OXYCODONE HCL 10MG TAB,3\n';
const WISH = {
  ...{ code: '9143', supplierId: 'cascade', units: 4_000 },
  reason: { kind: 'pharmacy-closed', detail: 'Elm Street Drugs closed on 1 November' },
} as const;
const acts = [
  archiveActs,
  besideActs,
  keyActs,
  monitoringActs,
  orderActs,
  peopleActs,
  productActs,
  setUpActs,
  signingActs,
].flat();

let mortal: MortalWorld;
beforeAll(async () => {
  mortal = await mortalWorld({ nativeHost: withToken });
  await mortal.sign(submitted);
  await mortal.desk.addTokenCertificate(tokenChoice(mortal));
  await background.openRequest(mortal.ports, await askedAtMeridian(mortal));
});
const casesOf = (kind: (typeof writingCases)[string]) =>
  Object.keys(writingCases)
    .filter((name) => writingCases[name] === kind)
    .sort();

describe('which use cases write', () => {
  it('is said of each one that there is', () => {
    const all = [...Object.keys(mortal.desk), ...Object.keys(background)];
    expect([...new Set(all)].sort()).toEqual(Object.keys(writingCases).sort());
  });

  it('and each that is said to write nothing is asked', () => {
    const pages = casesOf('nothing').filter((name) => name in mortal.desk);
    expect(Object.keys(readings).sort()).toEqual(pages);
  });

  it('and each that writes records is let die', () => {
    expect([...new Set(acts.flatMap(({ of }) => of))].sort()).toEqual(
      expect.arrayContaining(casesOf('records')),
    );
  });
});

/** How each is asked; what it answers is tested elsewhere. */
const readings: Readonly<Partial<Record<keyof Desk, (desk: Desk) => unknown>>> = {
  search: (desk) => desk.search('oxycodone', 5),
  backup: async (desk) => {
    const password = 'a password for backups';
    const { bytes } = await desk.backup({ ...mortal.actor, password, onProgress: () => undefined });
    return new Response(bytes).arrayBuffer();
  },
  purgeable: (desk) => desk.purgeable(),
  besideRecords: (desk) => desk.besideRecords({ limit: 5 }),
  besideRecord: (desk) => desk.besideRecord('record-1'),
  copyView: (desk) => desk.copyView(),
  registrants: (desk) => desk.registrants(),
  supplierRegistrants: (desk) => desk.supplierRegistrants(),
  staff: (desk) => desk.staff(),
  poaLetters: (desk) => desk.poaLetters(),
  duties: (desk) => desk.duties(),
  settings: (desk) => desk.settings(),
  enrolment: (desk) => desk.enrolment(),
  possibleActs: (desk) => desk.possibleActs('order-1'),
  draftStatement: (desk) =>
    desk.draftStatement({ kind: 'lost', orderId: 'order-1', personId: mortal.actor.personId }),
  productsToPlace: (desk) => desk.productsToPlace(),
  catalogueState: (desk) => desk.catalogueState(),
  previewDispensing: (desk) => desk.previewDispensing('Date,Drug,Qty\n2026-10-05,LISINOPRIL 10MG TAB,90\n'),
  dispensingImports: (desk) => desk.dispensingImports(),
  somOverview: (desk) => desk.somOverview(),
  somSubstance: (desk) => desk.somSubstance('9143'),
  somPictures: (desk) => desk.somPictures('request-1'),
  somRatios: (desk) => desk.somRatios(),
  ratioHeadline: (desk) => desk.ratioHeadline(),
  increaseModel: (desk) => desk.increaseModel(WISH),
  increaseCsv: async (desk) => desk.increaseCsv(await desk.increaseModel(WISH)),
  previewHistory: (desk) => desk.previewHistory(HISTORY),
  historyImports: (desk) => desk.historyImports(),
  who: (desk) => desk.who(),
  people: (desk) => desk.people(),
  setupMissing: (desk) => desk.setupMissing(),
  registrant: (desk) => desk.registrant(),
  suppliers: (desk) => desk.suppliers(),
  submissions: (desk) => desk.submissions(),
  profileChanges: (desk) => desk.profileChanges(profileFile(builtInProfiles)),
  profilesFile: (desk) => desk.profilesFile(),
  roots: (desk) => desk.roots(),
  certificates: (desk) => desk.certificates(),
  revocation: (desk) => desk.revocation(),
  tokenHelper: (desk) => desk.tokenHelper(),
  historyOverlap: (desk) => desk.historyOverlap(HISTORY, desk.previewHistory(HISTORY).mapping),
  tokens: (desk) => desk.tokens(MODULE),
  diagnoseHelper: (desk) => desk.diagnoseHelper(),
  clockView: (desk) => desk.clockView(),
  due: (desk) => desk.due(),
  orders: (desk) => desk.orders({ limit: 5 }),
  order: (desk) => desk.order('order-1'),
  printOrder: (desk) => desk.printOrder('order-unknown'),
  archiveStanding: (desk) => desk.archiveStanding(),
  twinsOf: (desk) => desk.twinsOf('order-1'),
  retention: (desk) => desk.retention(),
  signView: (desk) => desk.signView('request-1'),
  somAdvice: (desk) =>
    desk.somAdvice('request-1', { certificate: tokenChoice(mortal).certificate, lines: {}, supplier: {} }),
  tokenOf: (desk) => desk.tokenOf(tokenChoice(mortal).certificate),
  signedFile: (desk) => desk.signedFile('order-1'),
  verifyArchive: (desk) => desk.verifyArchive(() => undefined),
};

describe('a use case that writes nothing', () => {
  it.each(Object.entries(readings))('%s opens no transaction that may', async (_name, ask) => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await ask(mortal.desk);
    const modes = transaction.mock.calls.map(([, mode]) => mode);
    transaction.mockRestore();
    expect(modes).not.toContain('readwrite');
  });
});
