export {
  pageKinds,
  SURE,
  type Evidence,
  type PageKind,
  type SeenLine,
  type SeenOrder,
  type SeenPage,
} from './evidence';
export type { PortalProfile } from './profiles/profile';
export { portalProfileSchema } from './profiles/profile-schema';
export { matchesHost } from './profiles/matches-host';
export type { PageApiAnswer, PageApiOrder, PageApiRequest } from './page-api/question';
export { pageApiRequestSchema, seenPageSchema } from './schemas';
export { pageHash } from './page-hash';
export { parsePackages } from './packages';
export { readPageDate } from './page-date';
export { readPageState, type PageState } from './page-state';
