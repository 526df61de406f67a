export { guarded, storageFault } from '@/lib/base';
