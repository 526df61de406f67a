import type { DeskPorts } from '../ports';
import { KEY_TURN } from './turn';

/** Deletes keys whose deletion is recorded but was cut short. Runs when the background starts. */
export async function finishRemovals({ archive, vault, listHosts }: DeskPorts): Promise<void> {
  await listHosts.inTurn(KEY_TURN, async () => {
    const { certificates } = await archive.directory();
    const here = await vault.certificates();
    for (const { sha256, keyRemoved } of certificates)
      if (keyRemoved === true && here.has(sha256)) await vault.remove(sha256);
  });
}
