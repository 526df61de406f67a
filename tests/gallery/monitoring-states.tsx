import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { never } from './fake-desk';
import {
  dispensingImports,
  dispensingPreview,
  learningView,
  overview,
  ratiosOfOrders,
  substanceView,
} from './monitoring-fixtures';
import type { GalleryState } from './states';
import { at } from './workspace-at';

const size = { width: 1280, height: 800 };
const narrow = { width: 360, height: 800 };
const nothing: Partial<Desk> = {
  somOverview: async () => ({
    ...overview,
    substances: [],
    unknownProducts: { count: 0, lines: 0, more: false },
  }),
};
const failing = () => Promise.reject(new CountersignError('archive/unavailable', { detail: 'blocked' }));

export const monitoringStates: Record<string, GalleryState> = {
  monitoring: { ...size, show: () => at('/monitoring') },
  'monitoring-empty': { ...size, show: () => at('/monitoring', nothing) },
  'monitoring-loading': { ...size, show: () => at('/monitoring', { somOverview: () => never() }) },
  'monitoring-error': { ...size, show: () => at('/monitoring', { somOverview: failing }) },
  'monitoring-narrow': { ...narrow, show: () => at('/monitoring') },
  'monitoring-substance': { ...size, show: () => at('/monitoring/9143') },
  'monitoring-substance-table': {
    ...size,
    show: () => at('/monitoring/9143'),
    press: ['open:The same as a table', 'open:What it was compared by'],
  },
  'monitoring-substance-learning': {
    ...size,
    show: () => at('/monitoring/9801', { somSubstance: async () => learningView }),
  },
  'monitoring-substance-unknown': {
    ...size,
    show: () => at('/monitoring/0000', { somSubstance: async () => null }),
  },
  'monitoring-substance-limit': {
    ...size,
    show: () => at('/monitoring/9143'),
    press: ['Change your limit'],
  },
  'monitoring-substance-no-limit': {
    ...size,
    show: () =>
      at('/monitoring/9143', {
        somSubstance: async () => ({
          ...substanceView,
          picture: { ...substanceView.picture, limit: null },
          limit: null,
          limitSet: null,
        }),
      }),
  },
  'monitoring-substance-narrow': { ...narrow, show: () => at('/monitoring/9143') },
  'monitoring-increase': {
    ...size,
    show: () => at('/monitoring/9143/increase'),
    press: ['choose:Why', 'Show the request'],
  },
  'monitoring-increase-shown': {
    ...size,
    show: () => at('/monitoring/9143/increase'),
    press: [
      'choose:Supplier',
      'fill:Dosage units a calendar month that you ask for',
      'choose:Why',
      'say:What is special here',
      'Show the request',
    ],
  },
  'monitoring-ratios': { ...size, show: () => at('/monitoring/ratios') },
  'monitoring-ratios-orders': {
    ...size,
    show: () =>
      at('/monitoring/ratios', { somRatios: async () => ratiosOfOrders, dispensingImports: async () => [] }),
  },
  'monitoring-ratios-file': {
    ...size,
    show: () =>
      at('/monitoring/ratios', {
        previewDispensing: async () => dispensingPreview,
        dispensingImports: async () => dispensingImports,
      }),
    press: ['file:Dispensing file'],
  },
  'monitoring-ratios-narrow': { ...narrow, show: () => at('/monitoring/ratios') },
};
