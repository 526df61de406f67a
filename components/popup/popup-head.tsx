import { UserRound } from 'lucide-react';
import type { DueView } from '@/lib/desk';
import { say } from '@/lib/words/light';
import { BrandMark } from '../ui/brand-mark';
import { VisibleText } from '../ui/visible-text';

interface PopupHeadProps {
  readonly view: DueView | null;
  readonly onSwitch: () => void;
}

/** Which pharmacy, and who is at the keyboard. */
export function PopupHead({ view, onSwitch }: PopupHeadProps) {
  return (
    <header className="popup-head">
      <BrandMark size={24} />
      <div className="popup-title">
        <h1>{say('product.name')}</h1>
        <p className="quiet small">
          {view?.registrantName ? <VisibleText>{view.registrantName}</VisibleText> : ' '}
        </p>
      </div>
      {view && (
        <button
          type="button"
          className="button button-quiet popup-who"
          aria-label={view.who ? say('popup.switch', { name: view.who.name }) : say('popup.sign-in')}
          onClick={onSwitch}
        >
          <UserRound size={14} aria-hidden="true" />
          {view.who ? <VisibleText>{view.who.name}</VisibleText> : say('popup.sign-in')}
        </button>
      )}
    </header>
  );
}
