import { en } from '@/lib/words';

/** Version of the text that a signer reads and accepts before the first real schedule II order (csos.md 3); it stands beside the text. A changed text asks anew. */
export const HONESTY_VERSION: string = en['honesty.version'];
