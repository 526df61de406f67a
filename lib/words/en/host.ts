/** Steps of the token helper, as faults name them: "did not answer in time ({step})". */
export const hostWords = {
  'host.step.start': 'starting',
  'host.step.modules': 'listing drivers',
  'host.step.tokens': 'listing tokens',
  'host.step.login': 'logging in to the token',
  'host.step.sign': 'signing',
  'host.step.logout': 'logging out',
  'host.step.clock': 'asking time servers',
  'host.step.diagnose': 'diagnosing itself',
  'host.step.unasked': 'an answer that nobody asked for',
} as const;
