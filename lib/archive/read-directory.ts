import type { Directory } from './directory';
import { emptyDirectory } from './fold-directory';
import type { ProjectionStore } from './projection-store';

/** The directory as it stands; a row that an earlier version wrote is completed by what it didn't know. */
export async function readDirectory(db: Pick<ProjectionStore, 'meta'>): Promise<Directory> {
  const row = await db.meta.get('directory');
  if (row?.key !== 'directory') return emptyDirectory;
  const { registrant } = row.directory;
  const earlier = { ...emptyDirectory, registrants: registrant ? [registrant] : [] };
  const settings = { ...emptyDirectory.settings, ...row.directory.settings };
  return { ...earlier, ...row.directory, settings };
}

/** This station's id, and those it had before, latest first; none while a database is being made. */
export async function ownStations(db: Pick<ProjectionStore, 'meta'>): Promise<readonly string[]> {
  const row = await db.meta.get('station');
  return row?.key === 'station' ? [row.id, ...(row.earlier ?? [])] : [];
}
