import { commonWords } from './en/common';
import { errorWords } from './en/errors';
import { keyErrorWords } from './en/key-errors';
import { recordErrorWords } from './en/record-errors';
import { productErrorWords } from './en/product-errors';
import { profileErrorWords } from './en/profile-errors';
import { orderWords } from './en/order';
import { supplierReasons, verifierWords } from './en/verifier';
import { createSay } from './say';

/** The speaker of `countersign verify`: a supplier or an inspector reads it, so reasons are told from their side. */
export const say = createSay({
  ...errorWords,
  ...keyErrorWords,
  ...recordErrorWords,
  ...productErrorWords,
  ...profileErrorWords,
  ...orderWords,
  ...commonWords,
  ...supplierReasons,
  ...verifierWords,
});
