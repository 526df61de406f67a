import { KEY_CHANNEL, type KeyNews, type KeyTalk } from './key-channel';

/**
 * Sign window: calls `heard` whenever the background locked the key that was open, also without this window's doing: after
 * idle minutes, with the computer's screen, for another person. Returns what ends it. A worker that dies tells nobody.
 */
export function hearLocks(heard: () => void): () => void {
  const channel = new BroadcastChannel(KEY_CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<KeyTalk | KeyNews>) => {
    if (data.kind === 'locked') heard();
  };
  return () => channel.close();
}
