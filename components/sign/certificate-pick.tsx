import type { CertificateChoice } from '@/lib/desk';
import { say } from '@/lib/words';
import { formatDay } from '../ui/format-day';
import { VisibleText } from '../ui/visible-text';

interface CertificatePickProps {
  readonly certificates: readonly CertificateChoice[];
  readonly chosen: string;
  readonly onChoose: (sha256: string) => void;
}

/** Which of the keys on this computer signs. */
export function CertificatePick({ certificates, chosen, onChoose }: CertificatePickProps) {
  return (
    <fieldset className="pick">
      <legend className="field-label">{say('sign.pick')}</legend>
      {certificates.map((choice) => (
        <label key={choice.sha256} className="choice">
          <input
            type="radio"
            name="certificate"
            checked={choice.sha256 === chosen}
            onChange={() => onChoose(choice.sha256)}
          />
          <span>
            <VisibleText>{choice.commonName}</VisibleText>{' '}
            <span className="quiet">{say('sign.pick-until', { date: formatDay(choice.validUntil) })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
