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
export { readingRulesSchema } from './profiles/rules-schema';
export { portalProfileSchema } from './profiles/profile-schema';
export { matchesHost } from './profiles/matches-host';
export type { PageApiAnswer, PageApiOrder, PageApiRequest } from './page-api/question';
export { pageApiCodes } from './page-api/codes';
export { siteCode } from './page-api/site-code';
export { pageApiNonceSchema, pageApiOrderSchema, pageApiRequestSchema, seenPageSchema } from './schemas';
export { pageHash } from './page-hash';
export { parsePackages } from './packages';
export { readPageDate } from './page-date';
export { readPageState, type PageState } from './page-state';
