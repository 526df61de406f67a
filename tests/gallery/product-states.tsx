import { CountersignError } from '@/lib/base';
import { never } from './fake-desk';
import { productsView } from './product-fixtures';
import type { GalleryState } from './states';
import { at } from './workspace-at';

const size = { width: 1280, height: 900 };
const failing = () => Promise.reject(new CountersignError('archive/unavailable', { detail: 'blocked' }));

export const productStates: Record<string, GalleryState> = {
  products: { ...size, show: () => at('/monitoring/products') },
  'products-place': {
    ...size,
    show: () => at('/monitoring/products'),
    press: ['Say what OXC HCL TB 10MG is', 'Record what it is'],
  },
  'products-imported': {
    ...size,
    show: () => at('/monitoring/products'),
    press: ['file:Files', 'Read in'],
  },
  'products-empty': {
    ...size,
    show: () =>
      at('/monitoring/products', {
        productsToPlace: async () => ({ ...productsView, unknown: [], corrections: [] }),
        catalogueState: async () => null,
      }),
  },
  'products-loading': {
    ...size,
    show: () => at('/monitoring/products', { productsToPlace: () => never(), catalogueState: () => never() }),
  },
  'products-error': {
    ...size,
    show: () => at('/monitoring/products', { productsToPlace: failing, catalogueState: failing }),
  },
  'products-narrow': { width: 360, height: 900, show: () => at('/monitoring/products') },
};
