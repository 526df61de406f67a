/** Orders that left on a supplier's page although Countersign had held the press. */
export const submissionWords = {
  'submission.title': 'Submitted on a supplier’s page in spite of a held press',
  'submission.explain': 'Each with the reason that was given. Who answers for ordering reads them.',
  'submission.by': '{at}, {name}, at {supplier}',
  'submission.unnamed': 'nobody signed in',
  'submission.line': '{packages} × {size} {product}',
  'submission.stop': 'far from the usual order',
  'submission.law': 'not as the rules ask',
  'submission.unsigned': 'schedule II, not signed here',
  'submission.untracked': 'schedule II, not tracked here',
  'submission.order': 'Open the order',
} as const;
