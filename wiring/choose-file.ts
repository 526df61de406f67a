import type { FileSink } from '@/components/page/services';
import { saveBlob } from './save-file';

/** What Chromium offers, and the types of TypeScript don't know. */
interface Picker {
  showSaveFilePicker(options: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
}

function hasPicker(of: object): of is Picker {
  return 'showSaveFilePicker' in of;
}

/**
 * Asks where a long file goes, first thing in a click: Chromium writes it straight to disk and leaves nothing half-written;
 * elsewhere it becomes a download once it is whole. Null: the user decided otherwise.
 */
export async function chooseFile(name: string): Promise<FileSink | null> {
  if (!hasPicker(window)) return async (bytes) => saveBlob(name, await new Response(bytes).blob());
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: name });
    return async (bytes) => bytes.pipeTo(await handle.createWritable());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
