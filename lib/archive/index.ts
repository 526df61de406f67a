export type {
  Archive,
  Command,
  CopyState,
  Differs,
  Integrity,
  Merged,
  NewEvent,
  Purgeable,
  Retention,
  RetentionRule,
  SeriesDay,
  Standing,
  StoredRequest,
} from './archive';
export type {
  Directory,
  DirectoryEvents,
  HistoryFile,
  HistoryImport,
  HistoryPage,
  HistoryLine,
  HonestyAcceptance,
  KnownCertificate,
  LegalHold,
  Registrant,
  Snooze,
  TrustedRoot,
} from './directory';
export type { ArchiveEvents, ArchiveEventType, Envelope } from './envelope';
export type {
  DispensedLine,
  DispensingImport,
  IncreaseOnRecord,
  IncreaseRequested,
  KnownProduct,
  MonitoringEvents,
  OwnLimit,
  ProductSource,
} from './monitoring-events';
export type {
  CutLine,
  DispensedDay,
  HistoryOrder,
  MonitoringReads,
  MonthOfSubstance,
  RunningSubstance,
  SubstanceHistory,
  UnknownProduct,
} from './monitoring-reads';
export type { ListShelf, ListSource, ShelvedList, StoredList } from './list-shelf';
export type { Gap, PurgeEvents } from './purge-events';
export type { BesideRow, Contribution, HeadRow } from './rows';
export { readBackup } from './backup/read-backup';
export { writeBackup } from './backup/write-backup';
export { countedPackages } from './counted-packages';
export { openArchive } from './open-archive';
export { orderEventsOf } from './project';
export { retentionOf } from './retention-of';
