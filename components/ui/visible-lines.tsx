import { VisibleText } from './visible-text';

/** Text of several lines, such as a letter: its line ends are its form, every other hidden character is written out. */
export function VisibleLines({ children }: { readonly children: string }) {
  return children.split('\n').map((line, index) => (
    <span key={index} className="visible-line">
      <VisibleText>{line}</VisibleText>
    </span>
  ));
}
