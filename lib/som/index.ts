export {
  somLevels,
  type OrderAssessment,
  type SeriesPoint,
  type SomLevel,
  type SomLine,
  type SomReason,
  type SubstanceAssessment,
} from './assessment';
