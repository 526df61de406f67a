import { readdirSync, readFileSync } from 'node:fs';
import { bundlePageApi } from '../../../scripts/bundle-page-api.mjs';
import { asset } from '../http/reply';
import type { Handler } from '../http/router';

const example = new URL('../../../examples/page-api/', import.meta.url);

/** Where Harbor keeps what Countersign publishes for suppliers' sites. */
const PAGE_API = '/page-api/countersign-page-api.mjs';

/** The published module, byte for byte, and the example page that comes with it. */
export async function pageApiRoutes(): Promise<Record<string, Handler>> {
  const module = await bundlePageApi();
  const pages = readdirSync(example).map((name): [string, Handler] => {
    const type = name.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript';
    return [`GET /page-api/example/${name}`, () => asset(readFileSync(new URL(name, example)), type)];
  });
  return { [`GET ${PAGE_API}`]: () => asset(module, 'text/javascript'), ...Object.fromEntries(pages) };
}
