import { Link } from 'wouter';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';

/** What it is and what it isn't, before anything is entered. */
export function Nature({ onNext }: { readonly onNext: () => void }) {
  return (
    <div className="nature prose">
      <h3>{say('nature.is')}</h3>
      <ul>
        {(['signs', 'receives', 'watches', 'keeps'] as const).map((point) => (
          <li key={point}>{say(`nature.is.${point}`)}</li>
        ))}
      </ul>
      <h3>{say('nature.is-not')}</h3>
      <ul>
        {(['audit', 'module', 'monitor', 'copy'] as const).map((point) => (
          <li key={point}>{say(`nature.is-not.${point}`)}</li>
        ))}
      </ul>
      <p>{say('nature.ask')}</p>
      <div className="actions">
        <Button look="primary" onClick={onNext}>
          {say('nature.begin')}
        </Button>
      </div>
      <p>
        {say('nature.moving')} <Link href="/archive">{say('nature.restore')}</Link>
      </p>
    </div>
  );
}
