export {
  somComponentIds,
  somGaps,
  somLevels,
  type OrderAssessment,
  type SeriesPoint,
  type SomAmount,
  type SomComponentId,
  type SomGap,
  type SomLevel,
  type SomLine,
  type SomReason,
  type SomSlip,
  type SubstanceAssessment,
} from './assessment';
export { assessOrder, type OrderToAssess } from './assess-order';
export { highestLevel } from './level-of';
export { limitStanding, type MonthAgainstLimit } from './limits/limit-standing';
export { limitSteps, type LimitStanding, type LimitStep, type MonthProjection } from './limits/limit-view';
export { projectMonth } from './limits/project-month';
export type { SubstanceMonth } from './month';
export { monthsUpTo } from './months';
export { nextDay } from './next-day';
export { PAST_DAYS, pastOf, type PastOrder, type SubstancePast } from './past';
export { confidenceOf, PICTURE_MONTHS, PICTURE_REACH, substancePicture } from './picture/substance-picture';
export type { PictureBand, PictureMonth, SomConfidence, SubstancePicture } from './picture/picture';
export type { RatioFact } from './ratios/ratio-rows';
export { BLOCK_DAYS, BLOCKS, RatioTally } from './ratios/ratio-tally';
export { ratiosOf } from './ratios/ratios';
export type { RatioBlock, RatioGap, RatioRow, RatioSource, RatioView } from './ratios/ratio-view';
export { somRuleVersion } from './rule-version';
export { somSentence } from './som-sentence';
