import type { InferOutput } from 'valibot';
import type {
  answerSchema,
  commands,
  helloSchema,
  requestSchema,
  signAlgorithms,
  tokenNameSchema,
} from './schemas';

export type Command = keyof typeof commands;
export type CommandParams<C extends Command> = InferOutput<(typeof commands)[C]['params']>;
export type CommandValue<C extends Command> = InferOutput<(typeof commands)[C]['value']>;

export type Hello = InferOutput<typeof helloSchema>;
export type HostRequest = InferOutput<typeof requestSchema>;
export type HostAnswer = InferOutput<typeof answerSchema>;
export type SignAlgorithm = (typeof signAlgorithms)[number];

export type TokenName = InferOutput<typeof tokenNameSchema>;
export type HostModule = CommandValue<'modules'>['modules'][number];
export type HostToken = CommandValue<'tokens'>['tokens'][number];
export type TokenFlags = HostToken['flags'];
