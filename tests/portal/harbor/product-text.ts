import type { Product } from '../book/products';

export function descriptionOf(item: Product): string {
  return `${item.name} ${item.strength} ${item.form}`;
}

export function packOf(item: Product): string {
  return item.unit === 'ML' ? `${item.packageSize} mL` : `${item.packageSize} ct`;
}
