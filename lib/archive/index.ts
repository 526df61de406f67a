export type { Archive, Command, Integrity, NewEvent, SeriesDay, StoredRequest } from './archive';
export type {
  Directory,
  DirectoryEvents,
  HistoryLine,
  HonestyAcceptance,
  KnownCertificate,
  Registrant,
  TrustedRoot,
} from './directory';
export type { ArchiveEvents, ArchiveEventType, Envelope } from './envelope';
export type { ListShelf, ListSource, ShelvedList, StoredList } from './list-shelf';
export { openArchive } from './open-archive';
