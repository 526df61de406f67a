export {
  somComponentIds,
  somLevels,
  type OrderAssessment,
  type SeriesPoint,
  type SomComponentId,
  type SomLevel,
  type SomLine,
  type SomReason,
  type SubstanceAssessment,
} from './assessment';
export { assessOrder, type OrderToAssess } from './assess-order';
export { limitSteps, type LimitStanding, type LimitStep, type MonthProjection } from './limits/limit-view';
export type { SubstanceMonth } from './month';
export { PAST_DAYS, pastOf, type PastOrder, type SubstancePast } from './past';
export type { PictureBand, PictureMonth, SomConfidence, SubstancePicture } from './picture/picture';
export type { RatioBlock, RatioGap, RatioRow, RatioSource, RatioView } from './ratios/ratio-view';
export { somRuleVersion } from './rule-version';
export { somSentence } from './som-sentence';
