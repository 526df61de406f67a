import type { ErrorCode } from '@/lib/base';
import { hostWords } from './en/host';
import { archiveWords } from './en/archive';
import { archivePageWords } from './en/archive-page';
import { clockWords } from './en/clock';
import { besideWords } from './en/beside';
import { chartWords } from './en/chart';
import { historyWords } from './en/history';
import { inspectionWords } from './en/inspection';
import { keyErrorWords } from './en/key-errors';
import { keyWords } from './en/keys';
import { listWords } from './en/lists';
import { monitoringPageWords } from './en/monitoring-page';
import { monitoringRatioWords } from './en/monitoring-ratios';
import { monitoringFigureWords } from './en/monitoring-figures';
import { orderWords } from './en/order';
import { orderActWords } from './en/order-acts';
import { orderLifeWords } from './en/order-life';
import { pageApiWords } from './en/page-api';
import { panelWords } from './en/panel';
import { panelCompanionWords } from './en/panel-companion';
import { pharmacyWords } from './en/pharmacy';
import { recordErrorWords } from './en/record-errors';
import { recordWords } from './en/records';
import { signWords } from './en/sign';
import { signSomWords } from './en/sign-som';
import { snoozeWords } from './en/snooze';
import { somReasonWords } from './en/som-reason';
import { statementWords } from './en/statements';
import { printWords } from './en/print';
import { profileWords } from './en/profiles';
import { productErrorWords } from './en/product-errors';
import { profileErrorWords } from './en/profile-errors';
import { productWords } from './en/products';
import { teachWords } from './en/teach';
import { submissionWords } from './en/submissions';
import { tokenWords } from './en/tokens';
import { workspaceWords } from './en/workspace';
import { lightWords } from './light';
import { createSay, type Sentence } from './say';

export { isWordKey } from './light';
export { createSay, type Catalogue, type Say, type Sentence } from './say';

/** Every sentence of the product in English, the language that other catalogues are checked against. */
export const en = {
  ...lightWords,
  ...besideWords,
  ...archivePageWords,
  ...archiveWords,
  ...chartWords,
  ...clockWords,
  ...historyWords,
  ...inspectionWords,
  ...keyErrorWords,
  ...keyWords,
  ...hostWords,
  ...listWords,
  ...monitoringPageWords,
  ...monitoringRatioWords,
  ...monitoringFigureWords,
  ...orderLifeWords,
  ...orderWords,
  ...orderActWords,
  ...pageApiWords,
  ...panelWords,
  ...panelCompanionWords,
  ...pharmacyWords,
  ...recordErrorWords,
  ...recordWords,
  ...printWords,
  ...profileWords,
  ...productErrorWords,
  ...profileErrorWords,
  ...productWords,
  ...signWords,
  ...signSomWords,
  ...snoozeWords,
  ...somReasonWords,
  ...statementWords,
  ...submissionWords,
  ...teachWords,
  ...tokenWords,
  ...workspaceWords,
} as const satisfies Record<ErrorCode, Sentence>;
export type WordKey = keyof typeof en;

export const say = createSay(en);
