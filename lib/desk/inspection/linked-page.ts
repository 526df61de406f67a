import { say } from '@/lib/words';
import { historyList } from './history-list';
import { html, type Html, type HtmlPart } from './html';
import { pageHtml } from './page-html';
import type { PackMoment } from './pack-order';
import type { Section } from './section';

/** From a page of an order or record to the pack's first folder. */
export const ROOT = '../../';

/** Where the parts of an order or record lie, as seen from its page. */
export interface LinkedPlace {
  readonly section: Section;
  readonly stem: string;
  readonly files: readonly { readonly path: string; readonly label: string }[];
}

/** Lines that stand in another schedule's part of the pack. */
export function elsewhere(all: readonly unknown[], shown: readonly unknown[]): Html | null {
  const count = all.length - shown.length;
  return count > 0 ? html`<p class="quiet">${say('pack.order.elsewhere', { count })}</p>` : null;
}

/** What an order's page and a record's have in common: the way back, what is linked, what happened, the same for machines. */
export function linkedPage(
  title: string,
  { section, stem, files }: LinkedPlace,
  {
    body,
    after = null,
    history,
    zone,
  }: {
    readonly body: HtmlPart;
    /** Between the linked files and the history. */
    readonly after?: HtmlPart;
    readonly history: readonly PackMoment[];
    readonly zone: string;
  },
): string {
  return pageHtml(`${title} · ${say('pack.title')}`, [
    html`<p class="kind">
      <a href="${ROOT}index.html">${say('pack.back')}</a> · ${say(`pack.section.${section}`)}
    </p>`,
    body,
    files.length === 0
      ? null
      : html`<h2>${say('pack.files')}</h2>
          <ul>
            ${files.map(({ path, label }) => html`<li><a href="${path}">${label}</a></li>`)}
          </ul>`,
    after,
    html`<h2>${say('pack.order.history')}</h2>
      ${historyList(history, zone)}
      <p class="quiet small">${say('pack.order.json')} <a href="${stem}.json">${stem}.json</a></p>`,
  ]);
}
