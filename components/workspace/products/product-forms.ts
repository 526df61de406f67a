/** Dosage forms that a person may choose; those that `lib/drugs` reads. */
export const productForms = [
  'tablet',
  'capsule',
  'patch',
  'solution',
  'suspension',
  'syrup',
  'elixir',
  'injection',
  'film',
  'lozenge',
  'spray',
  'gel',
  'suppository',
  'cream',
  'powder',
  'pellet',
] as const;
