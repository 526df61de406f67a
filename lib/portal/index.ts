export { pageKinds, SURE, type Evidence, type PageKind, type SeenLine, type SeenOrder, type SeenPage } from './evidence';
export type { PortalProfile } from './profile';
export type { PageApiAnswer, PageApiOrder, PageApiRequest } from './page-api';
