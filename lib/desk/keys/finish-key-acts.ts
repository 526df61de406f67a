import type { DeskPorts } from '../ports';
import { passwordChanged } from './password-changed';
import { KEY_TURN } from './turn';

/**
 * Ends what was cut short between vault and archive: deletes keys whose deletion is recorded, and records changes of a
 * password that are made. Runs when the background starts.
 */
export async function finishKeyActs({ archive, vault, listHosts }: DeskPorts): Promise<void> {
  await listHosts.inTurn(KEY_TURN, async () => {
    const { certificates } = await archive.directory();
    const here = await vault.certificates();
    for (const { sha256, keyRemoved } of certificates)
      if (keyRemoved === true && here.has(sha256)) await vault.remove(sha256);
    // An act of this name that is on record stays as it is.
    for (const change of await vault.changes()) await archive.append(passwordChanged(change));
  });
}
