import type { Command, CommandParams, CommandValue } from '@/lib/host';

/** What does each command's work. Throws CountersignErrors with a host's code. */
export type Handlers = { readonly [C in Command]: (params: CommandParams<C>) => Promise<CommandValue<C>> };
