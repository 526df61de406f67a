import type { PlainDate } from '@/lib/base';
import type { CaListsView, Desk, ListView } from '@/lib/desk';
import type { Send, ToBackground } from '@/lib/messages';
import type { PopupServices } from '@/components/popup/popup-services';
import type { Services } from '@/components/page/services';
import {
  ana,
  ben,
  certificate,
  clock,
  dueView,
  orderStates,
  placeHere,
  prepared,
  registrant,
  shippedState,
  signView,
  suppliers,
} from './fixtures';
import { clockView } from './clock-fixtures';
import {
  dispensingImports,
  dispensingPreview,
  increaseModel,
  overview,
  candidatePicture,
  ratios,
  substanceView,
} from './monitoring-fixtures';
import { profileFile } from '@/lib/portal';
import { pharmacyDesk } from './pharmacy-fixtures';
import { productDesk } from './product-fixtures';
import { printModel } from './print-fixtures';
import { revocation } from './revocation-fixtures';
import { diagnosis, helper, tokenCertificate, tokenWith } from './token-fixtures';

/** A desk that answers fixtures at once. `changes` replaces what a state is about. */
const plainEntry = { details: [], counts: true, correction: null, correctable: null };

export function fakeDesk(changes: Partial<Desk> = {}): Desk {
  return {
    ...pharmacyDesk,
    ...productDesk,
    who: async () => ana,
    submissions: async () => [],
    people: async () => [ana, ben],
    addPerson: async ({ name, role }) => ({ id: name, name, role }),
    signIn: async () => ana,
    signOut: async () => {},
    setupMissing: async () => [],
    registrant: async () => registrant,
    saveRegistrant: async () => {},
    suppliers: async () => suppliers,
    saveSupplier: async () => {},
    confirmSupplier: async () => {},
    undoTeaching: async () => {},
    forgetTaught: async () => {},
    profileChanges: async () => [],
    takeProfiles: async (profiles) => profiles.length,
    profilesFile: async () => profileFile(suppliers),
    roots: async () => [{ sha256: '3f1a'.repeat(16), subject: 'CN=Demo Root CA, O=Example' }],
    trustRoot: async () => ({ sha256: '3f1a'.repeat(16), subject: 'CN=Demo Root CA, O=Example' }),
    certificates: async () => [certificate],
    removeRoot: async () => {},
    revocation: async () => revocation,
    fetchLists: async () => [],
    importList: async () => (revocation.cas[0] as CaListsView).lists[0] as ListView,
    importPfx: async () => ({ ...certificate, findings: [] }),
    changeKeyPassword: async () => {},
    removeKey: async () => {},
    tokenHelper: async () => helper,
    tokens: async () => [tokenWith()],
    tokenOf: async () => tokenWith(),
    addTokenCertificate: async () => ({ ...tokenCertificate, findings: [] }),
    diagnoseHelper: async () => ({ checks: diagnosis }),
    somOverview: async () => overview,
    somSubstance: async () => substanceView,
    somPictures: async () => [
      {
        substanceCode: '9143',
        name: 'oxycodone',
        picture: candidatePicture,
        limit: substanceView.limit,
        supplierNames: substanceView.supplierNames,
      },
    ],
    somRatios: async () => ratios,
    ratioHeadline: async () => ({
      checked: true,
      sentence: 'The ten families are 0.12 units to one that isn’t controlled; the four blocks before: 0.10.',
    }),
    setLimit: async () => {},
    increaseModel: async () => increaseModel,
    requestIncrease: async () => increaseModel,
    increaseCsv: () => 'month,units',
    previewDispensing: async () => dispensingPreview,
    importDispensing: async () => ({ taken: 48_209, sums: 2_840, refused: 1, faults: [] }),
    dispensingImports: async () => dispensingImports,
    withdrawDispensing: async () => {},
    inspectionPack: async () => ({ name: 'inspection.zip', fault: () => null, stream: new ReadableStream() }),
    besideRecords: async () => [],
    besideRecord: async () => null,
    enterRecord: async () => 'record-1',
    correctRecord: async () => {},
    withdrawRecord: async () => {},
    receiveRecord: async () => {},
    withdrawRecordEntry: async () => {},
    recordLossNotice: async () => {},
    recordForm106: async () => {},
    possibleActs: async () => ({
      void: [],
      cancel: [],
      'close-unsent': [],
      lose: [],
      replace: [],
      'turn-up': [],
      'link-statement': [],
      submit: [],
      'portal-receive': [],
      accept: [],
      'not-accept': [],
      ship: [],
    }),
    draftStatement: async () => 'The order was lost.',
    recordSubmitted: async () => {},
    recordAccepted: async () => {},
    recordPortalReceipt: async () => {},
    recordNotAccepted: async () => {},
    recordShipped: async () => {},
    recordVoid: async () => {},
    recordCancellation: async () => {},
    closeUnsent: async () => {},
    recordLost: async () => {},
    replaceLost: async () => 'request-2',
    recordTurnedUp: async () => {},
    linkStatement: async () => {},
    correctEvent: async () => {},
    readSupplierFile: async () => ({ orders: [], left: [] }),
    previewHistory: () => ({
      headers: [],
      rows: 0,
      mapping: {
        columns: { date: null, supplier: null, ndc: null, product: null, package_size: null, packages: null },
      },
      missing: [],
      first: [],
    }),
    importHistory: async () => ({ taken: [], refused: [], refusedCsv: null }),
    historyOverlap: async () => ({ lines: 0, alike: 0, known: null }),
    historyImports: async () => [],
    withdrawHistory: async () => {},
    search: async () => [],
    backup: async () => ({ name: 'countersign-2026-11-22.csbackup', bytes: new ReadableStream() }),
    restore: async () => ({ added: 0, known: 0 }),
    purgeable: async () => ({
      until: '2024-11-20' as PlainDate,
      orders: 0,
      legalHold: false,
      years: 2,
      locations: [],
    }),
    archiveStanding: async () => ({ readOnly: false, fault: null, sameNumbers: [] }),
    twinsOf: async () => [],
    remakeOverview: async () => {},
    purge: async () => 0,
    copyView: async () => ({
      ...{
        lastAt: clock.now() - 3_600_000,
        target: 'folder-1',
        newEvents: 2,
        oldestNewAt: clock.now() - 60_000,
      },
      place: { id: 'folder-1', kind: 'folder', name: 'Pharmacy copies', writable: true },
      kinds: ['folder', 'downloads'],
      isStale: false,
      persisted: true,
    }),
    chooseCopyPlace: async () => true,
    allowCopyPlace: async () => true,
    copyNow: async () => {},
    keepArchive: async () => true,
    clockView: async () => clockView,
    compareClock: async () => clockView,
    due: async () => dueView,
    snooze: async () => {},
    signView: async () => signView,
    prepareDocument: async () => prepared,
    noteWarning: async () => {},
    somAdvice: async () => [],
    refuse: async () => {},
    acceptHonesty: async () => {},
    orders: async ({ before }) => (before === undefined ? orderStates : []),
    order: async (orderId) => ({
      state: orderStates.find((state) => state.orderId === orderId) ?? shippedState,
      supplierName: 'Meridian Drug Supply',
      hasSignedFile: true,
      place: placeHere,
      timeline: [
        { at: clock.now() - 6 * 86_400_000, who: 'Ben Okafor', sentence: 'Review for signing was opened' },
        {
          at: clock.now() - 6 * 86_400_000 + 90_000,
          who: 'Ana Ruiz, PharmD',
          sentence: 'Signed as 26X100187',
        },
        {
          at: clock.now() - 6 * 86_400_000 + 95_000,
          who: 'system',
          sentence: 'Put into the supplier’s form',
        },
        {
          at: clock.now() - 5 * 86_400_000,
          who: 'system',
          sentence: '17 packages shipped so far, on 2026-11-19',
        },
      ].map((entry, index) => ({ ...entry, ...plainEntry, id: `entry-${index}` })),
    }),
    printOrder: async () => printModel,
    signedFile: async () => ({ name: '26X100187.p7m', bytes: new Uint8Array([48, 130]) }),
    recordReceipt: async () => {},
    verifyArchive: async (onProgress) => {
      onProgress(1_204, 1_204);
      return { ok: true, events: 1_204, broken: null };
    },
    ...changes,
  };
}

type Answers = {
  readonly [N in keyof ToBackground]?: (
    payload: ToBackground[N]['payload'],
  ) => Promise<ToBackground[N]['answer']>;
};

/** A background that answers what it is given and nothing else. */
export function fakeSend(answers: Answers = {}): Send {
  return async (name, payload) => answers[name]?.(payload);
}

export function fakeServices(changes: Partial<Services> = {}): Services {
  return {
    desk: fakeDesk(),
    send: fakeSend({
      'sign.approve': async () => ({ orderNumber: '26X100208', delivered: { to: 'field', fault: null } }),
    }),
    clock,
    unlock: async () => {},
    onLocked: () => () => {},
    saveFile: () => {},
    chooseFile: async () => async (bytes) => {
      await new Response(bytes).blob();
    },
    policy: async () => ({}),
    sites: { request: async () => true, granted: async () => true },
    tokenHelper: { allow: async () => true },
    ...changes,
  };
}

export function fakePopup(changes: Partial<PopupServices> = {}): PopupServices {
  return {
    send: fakeSend({ 'due.get': async () => dueView }),
    openWorkspace: () => {},
    currentSite: async () => null,
    requestSite: async () => true,
    close: () => {},
    ...changes,
  };
}

export const never = <T>() => new Promise<T>(() => {});
