import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { checkedClockView, differingClockView, offClockView } from './clock-fixtures';
import { never } from './fake-desk';
import {
  certificate,
  dueOfEachKind,
  nothingDue,
  placeHere,
  secondCertificate,
  shippedState,
  trackedState,
} from './fixtures';
import { longPrint, lostPrint, trackedPrint } from './print-fixtures';
import { duties, enrolment, letters, locations, staff } from './pharmacy-fixtures';
import { endedLists, withoutLists } from './revocation-fixtures';
import type { GalleryState } from './states';
import { at } from './workspace-at';

const size = { width: 1280, height: 800 };
const fresh: Partial<Desk> = {
  who: async () => null,
  people: async () => [],
  registrant: async () => null,
  roots: async () => [],
  certificates: async () => [],
  suppliers: async () => [],
  setupMissing: async () => ['registrant', 'person', 'root', 'certificate', 'supplier'],
  orders: async () => [],
};
const partly: Partial<Desk> = {
  setupMissing: async () => ['certificate', 'supplier'],
  certificates: async () => [],
};

const withoutCertificates: Partial<Desk> = {
  certificates: async () => [],
  roots: async () => [],
  revocation: async () => ({ cas: [], status: {}, zone: 'America/Chicago' }),
};

export const workspaceStates: Record<string, GalleryState> = {
  'workspace-today': { ...size, show: () => at('/') },
  'workspace-today-kinds': { ...size, show: () => at('/', { due: async () => dueOfEachKind }) },
  'workspace-today-empty': { ...size, show: () => at('/', { due: async () => nothingDue }) },
  'workspace-today-loading': { ...size, show: () => at('/', { due: () => never() }) },
  'workspace-orders': { ...size, show: () => at('/orders') },
  'workspace-orders-empty': { ...size, show: () => at('/orders', fresh) },
  'workspace-order': { ...size, show: () => at('/orders/o1') },
  'workspace-order-tracked': {
    ...size,
    show: () =>
      at('/orders/o3', {
        order: async () => ({
          state: {
            ...trackedState,
            portalReceiptOpen: true,
            statement: 'Line 2 is not stocked at this site.',
          },
          supplierName: 'Cascade Health Distribution',
          hasSignedFile: false,
          place: placeHere,
          timeline: [],
        }),
      }),
  },
  'print-order': { ...size, show: () => at('/orders/o1/print') },
  'print-lost': { ...size, show: () => at('/orders/o1/print', { printOrder: async () => lostPrint }) },
  'print-tracked': { ...size, show: () => at('/orders/o1/print', { printOrder: async () => trackedPrint }) },
  'print-long': { ...size, show: () => at('/orders/o1/print', { printOrder: async () => longPrint }) },
  'workspace-receive': { ...size, show: () => at('/receive/o1') },
  'workspace-receive-tracked': {
    ...size,
    show: () =>
      at('/receive/o3', {
        order: async () => ({
          state: { ...trackedState, lines: shippedState.lines.map((line) => ({ ...line, shipped: null })) },
          supplierName: 'Cascade Health Distribution',
          hasSignedFile: false,
          place: placeHere,
          timeline: [],
        }),
      }),
  },
  'workspace-receive-filled': {
    ...size,
    show: () => at('/receive/o1'),
    press: ['check:I counted these packages', 'All as shipped'],
  },
  'workspace-receive-review': {
    ...size,
    show: () => at('/receive/o1'),
    press: ['check:I counted these packages', 'All as shipped', 'Review record'],
  },
  'workspace-receive-nothing': { ...size, show: () => at('/receive/o1'), press: ['Review record'] },
  'workspace-people': {
    ...size,
    show: () =>
      at('/people', {
        staff: async () => staff,
        duties: async () => duties,
        poaLetters: async () => letters,
      }),
  },
  'workspace-people-leave': {
    ...size,
    show: () => at('/people', { staff: async () => staff }),
    press: ['Record that Ana Ruiz, PharmD left'],
  },
  'workspace-people-empty': { ...size, show: () => at('/people', { ...fresh, staff: async () => [] }) },
  'workspace-poa-form': { ...size, show: () => at('/people'), press: ['Record a letter', 'Record letter'] },
  'workspace-settings': { ...size, show: () => at('/settings', { registrants: async () => locations }) },
  'workspace-settings-location': { ...size, show: () => at('/settings'), press: ['Add a location'] },
  'workspace-enrolment': { ...size, show: () => at('/enrolment', { enrolment: async () => enrolment }) },
  'workspace-enrolment-empty': { ...size, show: () => at('/enrolment') },
  'workspace-suppliers': { ...size, show: () => at('/suppliers', {}, false) },
  'workspace-supplier-form': { ...size, show: () => at('/suppliers'), press: ['Add supplier'] },
  'workspace-certificates': { ...size, show: () => at('/certificates') },
  'workspace-certificates-unchecked': {
    ...size,
    show: () =>
      at('/certificates', {
        certificates: async () => [certificate, secondCertificate],
        revocation: async () => withoutLists,
      }),
  },
  'workspace-certificates-ended': {
    ...size,
    show: () =>
      at('/certificates', {
        revocation: async () => endedLists,
        fetchLists: async () => [{ code: 'crl/unreachable', params: { url: 'http://crl.example/sub.crl' } }],
      }),
    press: ['Fetch now: the list of Demo CSOS CA'],
  },
  'workspace-clock-checked': {
    ...size,
    show: () => at('/certificates', { clockView: async () => checkedClockView }),
  },
  'workspace-clock-off': {
    ...size,
    show: () => at('/certificates', { clockView: async () => offClockView }),
  },
  'workspace-clock-differ': {
    ...size,
    show: () => at('/certificates', { clockView: async () => differingClockView }),
  },
  'workspace-certificates-empty': { ...size, show: () => at('/certificates', withoutCertificates) },
  'workspace-certificates-remove-root': {
    ...size,
    show: () => at('/certificates'),
    press: ['Remove the root CN=Demo Root CA, O=Example…'],
  },
  'workspace-archive': { ...size, show: () => at('/archive'), press: ['Check every record'] },
  'workspace-archive-broken': {
    ...size,
    show: () =>
      at('/archive', {
        verifyArchive: async () => ({ ok: false, events: 12, broken: { station: 'A7', seq: 9 } }),
      }),
    press: ['Check every record'],
  },
  'setup-nature': { ...size, show: () => at('/setup', fresh) },
  'setup-registrant': { ...size, show: () => at('/setup/registrant', fresh), press: ['Save registration'] },
  'setup-person': { ...size, show: () => at('/setup/person', fresh) },
  'setup-certificate': { ...size, show: () => at('/setup', partly, false) },
  'setup-supplier': { ...size, show: () => at('/setup/supplier', partly) },
  'setup-history': { ...size, show: () => at('/setup/history') },
  'workspace-error': {
    ...size,
    show: () =>
      at('/orders', {
        orders: () =>
          Promise.reject(
            new CountersignError('archive/unavailable', { detail: 'blocked by another window' }),
          ),
      }),
  },
  'workspace-narrow': { width: 400, height: 800, show: () => at('/orders/o1') },
};
