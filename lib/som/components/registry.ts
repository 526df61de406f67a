import { burst } from './burst';
import type { SomComponent } from './component';
import { dormancy } from './dormancy';
import { growth } from './growth';
import { maxSix } from './max-six';
import { newStrength } from './new-strength';
import { size } from './size';
import { volume } from './volume';
import { week } from './week';

/** Every comparison that an order goes through. */
export const somComponents: readonly SomComponent[] = [
  size,
  week,
  volume,
  burst,
  newStrength,
  dormancy,
  maxSix,
  growth,
];
