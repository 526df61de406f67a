export { families, isBenzodiazepine, isCarisoprodol, isOpioid, type FamilyId } from './families';
export type { Contradiction, Product, ProductFacts, ProductText, Substance } from './product';
export { parsePackageSize } from './parse-package-size';
export { productKey } from './product-key';
export { baseMgOf, mmeOf, unitsOf } from './quantities';
export { recogniseProduct } from './recognise-product';
export { substanceByCode, substances, type SubstanceChoice } from './substances';
