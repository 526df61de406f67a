import type { Sentence } from '../say';

/** Errors of products and the NDC directory; the verifier's catalogue holds every code, and no words of pages. */
export const productErrorWords = {
  'product/contradicts-directory':
    'Line {line} isn’t compared: its NDC {ndc} is listed in the NDC directory with another {field} ({listed}) than the page shows ({page}). Look at the package or ask the supplier, and order only what you mean.',
  'product/contradicts-earlier':
    'Line {line} isn’t compared: earlier pages showed its NDC {ndc} with another {field} ({listed}) than this one ({page}). Look at the package or ask the supplier, and order only what you mean.',
  'product/directory-unread':
    'The NDC directory that was read in here can’t be read now: what the order leaves out isn’t completed by it, and nothing is compared with it. Look at names, strengths and package sizes yourself before you sign; restart the browser, or read the directory in again under Monitoring → Products.',
  'product/facts-invalid':
    'This can’t be right for the {field}: {value}. Enter strength and units as numbers above zero, as the package states them.',
  'product/unknown': 'No correction of this product is on record any more. Reload the page.',
  'catalogue/not-a-directory':
    '“{file}” isn’t a file of the FDA’s NDC directory: its first line names other columns. Choose product.txt and package.txt, or the ZIP that holds both, as the FDA offers them.',
  'catalogue/zip-broken':
    '“{file}” can’t be unpacked: it is damaged or wasn’t loaded to its end. Download it once more.',
  'catalogue/no-products':
    'No product could be read, so nothing was replaced. Choose product.txt together with package.txt: packages alone don’t say what is in them.',
  'catalogue/cancelled': 'The import was stopped. What was here before still counts.',
} as const satisfies Record<string, Sentence>;
