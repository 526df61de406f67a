export type { Product, ProductText, Substance } from './product';
