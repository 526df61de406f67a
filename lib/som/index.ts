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
export { PAST_DAYS, pastOf, type PastOrder, type SubstancePast } from './past';
export { somRuleVersion } from './rule-version';
export { somSentence } from './som-sentence';
