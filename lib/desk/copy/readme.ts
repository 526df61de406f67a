import { utf8 } from '@/lib/base';
import { say } from '@/lib/words';

const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`);

/** README.txt of a copy: what each file is, and how anyone checks it without Countersign. */
export function readme(pharmacy: string): Uint8Array<ArrayBuffer> {
  return utf8(`${say('copy.readme', { pharmacy })}\n`);
}

/** index.html of a copy: opens anywhere, loads nothing. */
export function indexPage(about: {
  readonly pharmacy: string;
  readonly madeAt: string;
  readonly years: readonly string[];
  readonly signed: readonly { readonly path: string; readonly name: string }[];
}): Uint8Array<ArrayBuffer> {
  const link = (path: string, name: string) => `<li><a href="${escaped(path)}">${escaped(name)}</a></li>`;
  const files = about.years.map((year) => link(`orders-${year}.csv`, say('copy.orders-of', { year })));
  const title = say('copy.title', { pharmacy: about.pharmacy });
  return utf8(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}</style>
<h1>${escaped(title)}</h1>
<p>${escaped(say('copy.made', { at: about.madeAt }))}</p>
<ul>
${files.join('\n')}
${link('heads.json', say('copy.heads'))}
</ul>
<h2>${escaped(say('copy.newest'))}</h2>
<ul>
${about.signed.map(({ path, name }) => link(path, name)).join('\n')}
</ul>
<h2>${escaped(say('copy.how'))}</h2>
<pre>${escaped(say('copy.readme', { pharmacy: about.pharmacy }))}</pre>
</html>
`);
}
