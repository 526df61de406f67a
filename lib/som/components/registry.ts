import type { SomComponent } from './component';
import { size } from './size';
import { volume } from './volume';

/** Every comparison that an order goes through. */
export const somComponents: readonly SomComponent[] = [size, volume];
