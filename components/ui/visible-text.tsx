import { visibleParts } from './visible-parts';

/** Text from a page or file, with hidden characters written out; it can't reorder what stands around it. */
export function VisibleText({ children }: { readonly children: string }) {
  return (
    <bdi className="plain">
      {visibleParts(children).map((part, index) =>
        part.hidden ? (
          <span key={index} className="escaped">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
