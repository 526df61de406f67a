export type {
  Catalogue,
  CatalogueFile,
  CatalogueProgress,
  CatalogueReport,
  CatalogueState,
} from './catalogue';
export type { RefusedLine } from './directory-reader';
export { openCatalogue } from './open-catalogue';
