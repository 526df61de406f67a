import type { SetupStep } from '@/lib/desk';
import { say } from '@/lib/words/light';
import { Button } from '../ui/button';

interface SetupPromptProps {
  readonly missing: readonly SetupStep[];
  readonly onFinish: () => void;
}

/** Nothing can be signed before set-up is whole, so it comes first. */
export function SetupPrompt({ missing, onFinish }: SetupPromptProps) {
  const fresh = missing.includes('registrant');
  return (
    <section className="popup-section popup-prompt">
      <h2>{fresh ? say('popup.setup-fresh') : say('popup.setup', { count: missing.length })}</h2>
      <ul className="popup-missing quiet">
        {missing.map((step) => (
          <li key={step}>{say(`setup.step.${step}`)}</li>
        ))}
      </ul>
      <Button look="primary" onClick={onFinish}>
        {fresh ? say('popup.start-setup') : say('popup.finish-setup')}
      </Button>
    </section>
  );
}
