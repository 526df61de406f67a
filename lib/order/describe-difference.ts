import type { Described } from './describe-event';
import type { PageDifference } from './facts';

/** One difference between a page and what was signed, as a sentence. */
export function describeDifference({ what, name, signed, shown }: PageDifference): Described {
  const dash = '–';
  switch (what) {
    case 'packages':
      return {
        sentence: 'page-differs.packages',
        params: { name, shown: shown ?? dash, signed: signed ?? dash },
      };
    case 'missing':
      return { sentence: 'page-differs.missing', params: { name, signed: signed ?? dash } };
    case 'added':
      return { sentence: 'page-differs.added', params: { name, shown: shown ?? dash } };
  }
}
