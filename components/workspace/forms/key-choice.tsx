import type { KeyCandidate } from '@/lib/desk';
import { say } from '@/lib/words';
import { VisibleText } from '../../ui/visible-text';

interface KeyChoiceProps {
  readonly candidates: readonly KeyCandidate[];
  readonly chosen: string | null;
  readonly onChoose: (sha256: string) => void;
}

/** Several keys in one file: which of them signs orders only their holder knows. */
export function KeyChoice({ candidates, chosen, onChoose }: KeyChoiceProps) {
  return (
    <fieldset>
      <legend className="field-label">{say('pfx.which-key')}</legend>
      {candidates.map(({ sha256, commonName, registrantName, validUntil }) => (
        <label className="choice" key={sha256}>
          <input type="radio" name="pfx-key" checked={chosen === sha256} onChange={() => onChoose(sha256)} />
          <VisibleText>
            {[commonName, registrantName, say('pfx.key-until', { date: validUntil })]
              .filter((part) => part !== null)
              .join(' · ')}
          </VisibleText>
        </label>
      ))}
    </fieldset>
  );
}
