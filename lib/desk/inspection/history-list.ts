import { html, type Html } from './html';
import type { PackMoment } from './pack-order';
import { moment } from './said';

/** A timeline, oldest first; what was corrected stays readable. */
export function historyList(history: readonly PackMoment[], zone: string): Html {
  return html`<ol class="time">
    ${history.map(
      ({ at, who, text, was, counts }) =>
        html`<li>
          <span class="quiet small">${moment(at, zone)}<br />${who}</span
          ><span
            >${was.length > 0 ? html`<span class="was">${was.join('; ')}</span><br />` : null}<span
              class="${counts ? '' : 'was'}"
              >${text.join('; ')}</span
            ></span
          >
        </li>`,
    )}
  </ol>`;
}
