export type { Contradiction, Product, ProductText, Substance } from './product';
export { parsePackageSize } from './parse-package-size';
export { baseMgOf, unitsOf } from './quantities';
export { recogniseProduct } from './recognise-product';
