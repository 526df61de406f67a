/** Names the formulas, weights and thresholds of this engine; stored with every judgement. Changes whenever they do. */
export const somRuleVersion = 'som-2: size, week, volume, burst, newStrength, dormancy, maxSix, growth';
