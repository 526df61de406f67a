import { limits } from '@/lib/base';
import { say } from '@/lib/words';
import type { PackRoot, Signer } from './certificate-files';
import { html } from './html';
import { certificatesPart } from './index-certificates';
import { lettersPart } from './index-letters';
import { sectionPart, sectionSums } from './index-section';
import type { PackContext } from './pack-context';
import { pageHtml } from './page-html';
import type { PackLetter } from './poa-files';
import { day, moment } from './said';
import { sections, type Section } from './section';
import { hasAny, type SectionTally } from './tally';

interface IndexFacts {
  readonly tallies: Readonly<Record<Section, SectionTally>>;
  readonly letters: readonly PackLetter[];
  readonly signers: readonly Signer[];
  readonly roots: readonly PackRoot[];
  readonly signatures: number;
  /** CSV files and others that the index names by path. */
  readonly tables: readonly string[];
}

/** The page that answers an inspector: who, when, what, and how to check it. */
export function indexPage(facts: IndexFacts, context: PackContext): string {
  const { registrant, from, to, madeAt, madeBy, withSom, withStaff } = context;
  const { address } = registrant;
  const shown = sections.filter((section) => section !== 'other' || hasAny(facts.tallies.other));
  const mixed = shown.length > 1;
  return pageHtml(`${say('pack.title')} · ${registrant.name}`, [
    html`<div class="head">
      <div>
        <p class="kind">${say('pack.title')}</p>
        <h1>${registrant.name}</h1>
        <p>
          ${say('pack.dea')} <span class="id"><strong>${registrant.deaNumber}</strong></span> ·
          ${[address.street, address.street2, address.city, `${address.state} ${address.postalCode}`].filter((one) => one !== null).join(', ')}
        </p>
      </div>
      <dl>
        <dt>${say('pack.period')}</dt>
        <dd><strong>${day(from)} – ${day(to)}</strong></dd>
        <dt>${say('pack.made')}</dt>
        <dd>${moment(madeAt, registrant.zone)}</dd>
        <dt>${say('pack.made-by')}</dt>
        <dd>${madeBy}</dd>
      </dl>
    </div>`,
    sectionSums(shown, facts.tallies),
    html`<p>${say('pack.lead', { count: facts.signatures })} ${mixed ? say('pack.lead-mixed') : null}</p>
      <nav class="screen">
        <ul>
          ${shown.map((section) => html`<li><a href="#${section}">${say(`pack.section.${section}`)}</a></li>`)}
          <li><a href="#poa">${say('pack.poa')}</a></li>
          <li><a href="#certificates">${say('pack.certificates')}</a></li>
          <li><a href="#check">${say('pack.check.title')}</a></li>
          <li><a href="#scope">${say('pack.scope')}</a></li>
        </ul>
      </nav>`,
    shown.map((section) => sectionPart(section, facts.tallies[section], facts.tables)),
    html`<h2 id="poa">${say('pack.poa')} <span class="rule">21 CFR 1305.05</span></h2>`,
    lettersPart(facts.letters),
    html`<h2 id="certificates">${say('pack.certificates')}</h2>`,
    certificatesPart(facts, context),
    html`<h2 id="check">${say('pack.check.title')}</h2>
      <p>
        ${say('pack.check.short')} <a href="HOW-TO-CHECK.html">HOW-TO-CHECK.html</a>,
        <a href="HOW-TO-CHECK.txt">HOW-TO-CHECK.txt</a>.
      </p>
      <pre>sha256sum -c SHA256SUMS.txt</pre>
      <h2 id="scope">${say('pack.scope')}</h2>
      <ul>
        <li>${say('pack.scope.period', { days: limits.packLookBackDays })}</li>
        <li>${say('pack.scope.tracked')}</li>
        <li>${say(withSom ? 'pack.scope.som' : 'pack.scope.no-som')}</li>
        <li>
          ${say(withStaff ? 'pack.scope.staff' : 'pack.scope.no-staff')}${withStaff ? html` <a href="staff.csv">staff.csv</a>` : null}
        </li>
        <li>${say('pack.scope.zone', { zone: registrant.zone })}</li>
        <li>${say('pack.scope.manifest')} <a href="manifest.json">manifest.json</a></li>
      </ul>
      <p class="quiet small">${say('pack.unaudited')}</p>`,
  ]);
}
