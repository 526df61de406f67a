import type { Item } from '../book/catalogue';

export function titleOf(item: Item): string {
  return `${item.name} ${item.strength} ${item.form}`;
}

export function packOf(item: Item): string {
  return `${item.container} ${item.packageSize}${item.unit === 'ML' ? 'ML' : ''}`;
}
