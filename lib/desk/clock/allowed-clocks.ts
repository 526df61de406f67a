import type { DeskPorts } from '../ports';
import { webClocks } from './web-clocks';

/** Whose clocks the user allows to be asked at this moment: origins of web servers, and whether time servers are. */
export interface AllowedClocks {
  readonly origins: readonly string[];
  readonly servers: boolean;
}

export async function allowedClocks({
  archive,
  listHosts,
  nativeHost,
}: Pick<DeskPorts, 'archive' | 'listHosts' | 'nativeHost'>): Promise<AllowedClocks> {
  const all = webClocks(await archive.directory());
  const [servers, ...answers] = await Promise.all([
    nativeHost.mayConnect(),
    ...all.map((origin) => listHosts.mayFetch(origin)),
  ]);
  return { origins: all.filter((_, i) => answers[i] === true), servers };
}
