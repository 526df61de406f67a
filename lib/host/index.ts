export { asksAtKeypad } from './asks-at-keypad';
export { hostCodes, type HostCode } from './codes';
export { EXTENSION_IDS, HOST_NAME, PROTOCOL } from './identity';
export { isSameToken } from './is-same-token';
export { legMs } from './leg-ms';
export { answerSchema, commands, helloSchema, requestSchema } from './schemas';
export type {
  Command,
  CommandParams,
  CommandValue,
  Hello,
  HostAnswer,
  HostModule,
  HostRequest,
  HostToken,
  SignAlgorithm,
  TokenFlags,
  TokenName,
} from './types';
