import type { ChosenFile } from '@/lib/desk';

/** Read at the act, so that a large scan isn't held while the form stands. */
export async function chosenFile(file: File | null): Promise<ChosenFile | null> {
  return file && { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}
