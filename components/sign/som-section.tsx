import { lazy, Suspense } from 'react';
import type { OrderPicture, SomAdvice } from '@/lib/desk';
import { say } from '@/lib/words';
import { LevelWord } from '../ui/level-word';
import { Bars } from '../ui/bars';
import { SomSteps } from './som-steps';

/** Its scales and shapes are loaded where something is unusual alone. */
const SubstanceChart = lazy(async () => ({
  default: (await import('../chart/substance-chart')).SubstanceChart,
}));

interface SomSectionProps {
  readonly advice: readonly SomAdvice[];
  readonly pictures: readonly OrderPicture[];
}

/** What the comparison rests on, substance by substance, and what there is to look at before signing (som.md 6). */
export function SomSection({ advice, pictures }: SomSectionProps) {
  const compared = advice.filter(({ level }) => level !== 'unchecked');
  if (compared.length === 0) return null;
  return (
    <section className="som" aria-labelledby="som-title">
      <h2 id="som-title">{say('sign-som.title')}</h2>
      {compared.map((one) => (
        <Substance
          key={one.lineNumbers.join()}
          advice={one}
          picture={pictures.find(({ substanceCode }) => substanceCode === one.substanceCode)}
        />
      ))}
      <SomSteps advice={compared} />
    </section>
  );
}

function Substance({
  advice,
  picture,
}: {
  readonly advice: SomAdvice;
  readonly picture: OrderPicture | undefined;
}) {
  const { name, level, sentence, checks, confidence } = advice;
  const substance = name ?? say('som.thisSubstance');
  return (
    <div className="som-substance">
      <h3>
        <span className="som-name">{substance}</span> <LevelWord level={level} />
      </h3>
      <p className="quiet small">
        {historyOf(advice)} {confidence === 'low' && say('sign-som.confidence.low')}
      </p>
      {checks.length > 0 && (
        <>
          <h4>{say('sign-som.checks')}</h4>
          <ul>
            {checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        </>
      )}
      {picture && (
        <details open={level === 'caution' || level === 'stop'}>
          <summary>{say('sign-som.picture', { substance })}</summary>
          <Suspense fallback={<Bars rows={4} height={40} />}>
            <SubstanceChart
              picture={picture.picture}
              title={sentence}
              titleHidden
              compact
              nameOf={(id) => picture.supplierNames[id] ?? id}
            />
          </Suspense>
        </details>
      )}
    </div>
  );
}

function historyOf({ history: { orders, months, suppliers } }: SomAdvice): string {
  if (orders === 0) return say('sign-som.no-history');
  return say('sign-som.history', {
    orders: say('sign-som.orders', { count: orders }),
    months: say('sign-som.months', { count: Math.max(1, months) }),
    suppliers: say('sign-som.suppliers', { count: suppliers }),
  });
}
