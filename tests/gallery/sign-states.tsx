import { SignWindow } from '@/components/sign/sign-window';
import { ServicesProvider } from '@/components/page/services';
import { CountersignError } from '@/lib/base';
import type { Desk, OrderPicture, PreparedDocument, SignView } from '@/lib/desk';
import {
  checkedClockDocument,
  checkedClockView,
  differingClockDocument,
  differingClockView,
  oddClockDocument,
  offClockDocument,
  offClockView,
} from './clock-fixtures';
import { fakeDesk, fakeServices, never } from './fake-desk';
import {
  blockedDocument,
  draft,
  draftLine,
  gappyDocument,
  gappyDraft,
  lines,
  loweredDocument,
  order,
  prepared,
  secondCertificate,
  signView,
  somAdvice,
  stopDocument,
} from './fixtures';
import { candidatePicture } from './monitoring-fixtures';
import type { GalleryState } from './states';

const orderPictures: readonly OrderPicture[] = [
  {
    ...{ substanceCode: '9143', name: 'oxycodone', picture: candidatePicture, limit: null },
    supplierNames: { meridian: 'Meridian Drug Supply', harbor: 'Harbor Wholesale' },
  },
];

const sign = (view: Partial<SignView>, document: PreparedDocument = prepared, desk: Partial<Desk> = {}) => (
  <ServicesProvider
    value={fakeServices({
      desk: fakeDesk({
        signView: async () => ({ ...signView, ...view }),
        prepareDocument: async () => document,
        ...desk,
      }),
      unlock: () => Promise.reject(new CountersignError('vault/wrong-password')),
    })}
  >
    <SignWindow requestId="request-1" onNext={() => {}} onClose={() => {}} />
  </ServicesProvider>
);
const size = { width: 960, height: 900 };
const manyLines = Array.from({ length: 20 }, (_, index) => ({ ...lines[index % 3]!, lineNumber: index + 1 }));
const hostile = {
  ...lines[0]!,
  name: 'Oxycodone \u202Egm 01\u202C <img src=x> tab\u200Blets',
  itemNumber: null,
};

export const signStates: Record<string, GalleryState> = {
  'sign-review': { ...size, show: () => sign({}) },
  'sign-clock-checked': {
    ...size,
    show: () => sign({}, checkedClockDocument, { compareClock: async () => checkedClockView }),
  },
  'sign-clock-odd': { ...size, show: () => sign({}, oddClockDocument, { compareClock: () => never() }) },
  'sign-clock-off': {
    ...size,
    show: () => sign({}, offClockDocument, { compareClock: async () => offClockView }),
  },
  'sign-clock-differ': {
    ...size,
    show: () => sign({}, differingClockDocument, { compareClock: async () => differingClockView }),
  },
  'sign-gaps': { ...size, show: () => sign({ draft: gappyDraft }, gappyDocument) },
  'sign-blocked': { ...size, show: () => sign({}, blockedDocument) },
  'sign-stop-two-keys': {
    ...size,
    show: () =>
      sign(
        { certificates: [...signView.certificates, secondCertificate], waiting: ['r2', 'r3'] },
        stopDocument,
      ),
  },
  'sign-unusual': {
    ...size,
    show: () =>
      sign({}, stopDocument, { somAdvice: async () => somAdvice, somPictures: async () => orderPictures }),
  },
  'sign-lowered': { ...size, show: () => sign({}, loweredDocument) },
  'sign-unusual-narrow': {
    ...{ width: 360, height: 800 },
    show: () =>
      sign({}, stopDocument, { somAdvice: async () => somAdvice, somPictures: async () => orderPictures }),
  },
  'sign-many-lines': {
    ...size,
    show: () => sign({}, { ...prepared, order: { ...order, lines: manyLines } }),
  },
  'sign-hidden-characters': {
    ...size,
    show: () => sign({}, { ...prepared, order: { ...order, lines: [hostile] } }),
  },
  'sign-narrow': { width: 360, height: 800, show: () => sign({}) },
  'sign-no-key': {
    ...size,
    show: () => sign({ certificates: [], draft: { ...draft, lines: lines.map((line) => draftLine(line)) } }),
  },
  'sign-honesty': { ...size, show: () => sign({ honestyAccepted: false }) },
  'sign-signed': {
    ...size,
    show: () => sign({ state: { phase: 'signed', orderNumber: '26X100208' }, waiting: ['r2'] }),
  },
  'sign-refused': {
    ...size,
    show: () => sign({ state: { phase: 'refused', reason: 'Two packages are enough.' } }),
  },
  'sign-void': {
    ...size,
    show: () => sign({ state: { phase: 'void', fault: { code: 'signing/page-changed', params: {} } } }),
  },
  'sign-loading': { ...size, show: () => sign({}, prepared, { signView: () => never() }) },
  'sign-error': {
    ...size,
    show: () =>
      sign({}, prepared, { signView: () => Promise.reject(new CountersignError('signing/request-unknown')) }),
  },
};
