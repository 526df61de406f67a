/** The steps of the first run, in order. All but the first and the last are what the desk calls missing. */
export const setupParts = [
  'nature',
  'registrant',
  'person',
  'root',
  'certificate',
  'supplier',
  'history',
] as const;
export type SetupPart = (typeof setupParts)[number];

export function isSetupPart(text: string | undefined): text is SetupPart {
  return (setupParts as readonly (string | undefined)[]).includes(text);
}
