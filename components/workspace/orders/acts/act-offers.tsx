import type { ActKind, PossibleActs } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../../ui/button';
import { VisibleText } from '../../../ui/visible-text';

/** In the order in which an order's life meets them. */
const kinds: readonly ActKind[] = [
  'submit',
  'accept',
  'not-accept',
  'link-statement',
  'ship',
  'portal-receive',
  'void',
  'cancel',
  'close-unsent',
  'lose',
  'replace',
  'turn-up',
];

/** What the regulation doesn't speak of, though an order's life has it. */
const WITHOUT_RULE = ['submit', 'accept', 'ship', 'close-unsent'] as const;
type Ruled = Exclude<ActKind, (typeof WITHOUT_RULE)[number]>;

function hasRule(kind: ActKind): kind is Ruled {
  return !WITHOUT_RULE.some((without) => without === kind);
}

interface ActOffersProps {
  readonly possible: PossibleActs;
  /** The act that stands at the head of the page already. */
  readonly primary: ActKind | null;
  readonly onAct: (act: ActKind) => void;
}

/** What the law lets people declare of this order now; what it doesn't is said with the reason and its rule, never hidden. */
export function ActOffers({ possible, primary, onAct }: ActOffersProps) {
  const against = (kind: ActKind) => possible[kind].find(({ severity }) => severity === 'blocks');
  const offered = kinds.filter((kind) => kind !== primary && !against(kind));
  const refused = kinds.flatMap((kind) => {
    const found = against(kind);
    return found ? [{ kind, found }] : [];
  });
  return (
    <section aria-labelledby="acts-title">
      <h2 id="acts-title">{say('order-act.title')}</h2>
      {offered.length === 0 && <p className="quiet">{say('order-act.none')}</p>}
      <ul className="acts">
        {offered.map((kind) => (
          <li key={kind}>
            <Button onClick={() => onAct(kind)}>{say(`order-act.${kind}`)}</Button>
            <span>
              {say(`order-act.${kind}.when`)}{' '}
              {hasRule(kind) && <span className="rule-ref acts-rule">{say(`order-act.rule.${kind}`)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <details className="acts-refused">
          <summary>{say('order-act.not-now')}</summary>
          <dl>
            {refused.map(({ kind, found }) => (
              <div key={kind}>
                <dt>{say(`order-act.${kind}`)}</dt>
                <dd>
                  <VisibleText>{say.loose(found.code, found.params)}</VisibleText>{' '}
                  {found.rule !== null && <span className="rule-ref">{found.rule}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
