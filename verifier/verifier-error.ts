/** What the caller handed over can't be used; the message is a sentence for people. */
export class VerifierError extends Error {
  override readonly name = 'VerifierError';
}
