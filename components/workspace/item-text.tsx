import type { DraftLine } from '@/lib/order';
import { NdcCode } from '../ui/code';
import { VisibleText } from '../ui/visible-text';

/** A line's product: its name, and its NDC below. */
export function ItemText({ line }: { readonly line: DraftLine }) {
  return (
    <span className="item">
      <VisibleText>{line.name}</VisibleText>
      {line.ndc11 && (
        <span className="quiet small">
          <NdcCode ndc={line.ndc11} />
        </span>
      )}
    </span>
  );
}
