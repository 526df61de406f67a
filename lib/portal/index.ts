export {
  doubts,
  pageKinds,
  SURE,
  type Doubt,
  type Evidence,
  type LineField,
  type PageField,
  type PageKind,
  type SeenLine,
  type SeenOrder,
  type SeenPage,
} from './evidence';
export type { PortalProfile, ProfileOrigin } from './profiles/profile';
export type { ColumnRule, ReadingRules, ValueRule } from './profiles/rules';
export { builtInProfiles } from './profiles/built-in/built-in-profiles';
export { isNamedFrame } from './profiles/is-named-frame';
export { managedProfiles } from './profiles/managed-profiles';
export { profileFile, readProfileFile } from './profiles/profile-file';
export { readingRulesSchema } from './profiles/rules-schema';
export { portalProfileSchema } from './profiles/profile-schema';
export { matchesHost } from './profiles/matches-host';
export type { PageApiAnswer, PageApiOrder, PageApiRequest } from './page-api/question';
export { placedOutcomes, type Placed, type Placement } from './deliver/placement';
export { pageApiCodes } from './page-api/codes';
export { siteCode } from './page-api/site-code';
export { pageApiNonceSchema, pageApiOrderSchema, pageApiRequestSchema, seenPageSchema } from './schemas';
export { pageHash } from './page-hash';
export { parsePackages } from './packages';
export { readPageDate } from './page-date';
export { isStateWord, readPageState, type PageState } from './page-state';
export { matchLine, type NamedLine } from './match-line';
export { countsUndoneSchema, countsWrittenSchema } from './count/schemas';
export { missReasons } from './count/counts';
export type { CountsUndone, CountsWritten, CountToWrite, MissReason } from './count/counts';
