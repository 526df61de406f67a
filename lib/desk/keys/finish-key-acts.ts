import type { DeskPorts } from '../ports';
import { passwordChanged } from './password-changed';
import { KEY_TURN } from './turn';

/**
 * Ends what was cut short between vault and archive: deletes keys whose deletion this computer recorded, and
 * records changes of a password that are made. What a merge brings of another computer's deletions takes nothing here. Runs
 * when the background starts.
 */
export async function finishKeyActs({ archive, vault, listHosts }: DeskPorts): Promise<void> {
  await listHosts.inTurn(KEY_TURN, async () => {
    const { certificates } = await archive.directory();
    const here = await vault.certificates();
    for (const { sha256, keyRemoved } of certificates)
      if (keyRemoved === true && here.has(sha256)) await vault.remove(sha256);
    // What is on record asks for no writing: the archive may be open for reading alone.
    for (const change of await vault.changes())
      if (!(await archive.isWritten(change.commandId))) await archive.append(passwordChanged(change));
  });
}
