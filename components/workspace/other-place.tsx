import type { PlaceView } from '@/lib/desk';
import { say } from '@/lib/words';
import { Notice } from '../ui/notice';
import { VisibleText } from '../ui/visible-text';

/** Whose an order or a record is, where that isn't the location that this computer works for now. */
export function OtherPlace({ place }: { readonly place: PlaceView }) {
  if (!place.isOther) return null;
  const { name, deaNumber: number } = place;
  return (
    <Notice tone="information">
      <VisibleText>{say('place.other', { name, number })}</VisibleText>
    </Notice>
  );
}
