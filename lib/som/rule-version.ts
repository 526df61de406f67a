/** Names the formulas, weights and thresholds of this engine; stored with every judgement. Changes whenever they do. */
export const somRuleVersion = 'som-1: size, volume';
