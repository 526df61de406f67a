import { answerPfxRequest } from './answer-pfx-request';

/** Opens one certificate file away from the page; whoever started it ends it. */
addEventListener(
  'message',
  ({ data }: MessageEvent<unknown>) => {
    void answerPfxRequest(data, (answer, transfer) => postMessage(answer, { transfer: [...transfer] }));
  },
  { once: true },
);
