export {
  setupSteps,
  type CertificateChoice,
  type DueView,
  type ImportedCertificate,
  type KeyCandidate,
  type OrderView,
  type PortalProfile,
  type PanelAction,
  type PanelLine,
  type PanelView,
  type PlaceView,
  type PreparedDocument,
  type SetupStep,
  type SignEdits,
  type SignView,
  type Who,
} from './views';
export type { ClockReading } from './clock/clock-reading';
export type { ClockSource, ClockStanding, ClockView } from './clock/views';
export type { CaListsView, CertificateStatus, ListView, ReliedList, RevocationView } from './lists/views';
export type { HelperDiagnosis, HelperView, TokenCertificateView, TokenView } from './tokens/views';
export type { ArchiveCases } from './archive/archive-cases';
export type { CopyCases } from './copy/copy-cases';
export type { CopyKind, CopyPlace, CopyPlaces, CopyTarget, DiskPromise } from './copy/places';
export type { CopyView } from './copy/views';
export { historyFields, type HistoryField, type HistoryMapping } from './history/columns';
export type { HistoryImportView, HistoryOverlap, HistoryPreview, HistoryReport } from './history/views';
export { dispensingFields, type DispensingField, type DispensingMapping } from './dispensing/columns';
export type {
  DispensingCases,
  DispensingImportView,
  DispensingPreview,
  DispensingReport,
  DispensingRow,
} from './dispensing/views';
export type {
  CutView,
  IncreaseAsked,
  IncreaseModel,
  IncreaseWish,
  LastJudged,
  OrderPicture,
  RatioHeadline,
  ReasonOnRecord,
  SomCases,
  SomOverview,
  SomSubstanceRow,
  SomSubstanceView,
} from './som/views';
export type { Desk, SignDesk } from './desk';
export type { ActKind, ActOnOrder, OrderLifeCases, PossibleActs, TimelineEntry } from './orders-life/views';
export type { PackFile, PackProgress, PackWish } from './inspection/views';
export type { ProfileCases, ProfileChange } from './profiles/views';
export type { SupplierFileReport } from './supplier-files/views';
export type {
  CatalogueImported,
  ImportProgress,
  CorrectionView,
  ProductCases,
  ProductsView,
  UnknownProductView,
} from './products/views';
export type { BesideView } from './beside/views';
export type { EarlierReason, LoweredView, SomAdvice, WarnedCases } from './warned/views';
export type {
  Acting,
  ChosenFile,
  DutyView,
  EnrolmentView,
  HoldView,
  LocationView,
  PharmacyCases,
  PoaView,
  RetentionView,
  StaffMember,
} from './pharmacy/views';
export type { DeskPorts, ListHosts, PagePorts } from './ports';
export { openDesk } from './open-desk';
export { openSignDesk } from './open-sign-desk';
