interface PatternsProps {
  /** Prefix of the ids, so that two pictures on a page don't share theirs. */
  readonly id: string;
}

/**
 * Textures of suppliers and of the order at hand. They differ in lightness and in texture, so that they can be told apart
 * without colour, on a dark screen and in black on paper.
 */
export function Patterns({ id }: PatternsProps) {
  return (
    <defs>
      <pattern id={`${id}-2`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="chart-ground" width="6" height="6" />
        <circle className="chart-ink" cx="1.5" cy="1.5" r="1.1" />
        <circle className="chart-ink" cx="4.5" cy="4.5" r="1.1" />
      </pattern>
      <pattern id={`${id}-3`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect className="chart-ground" width="4" height="4" />
        <rect className="chart-ink" width="4" height="1.2" />
      </pattern>
      <pattern
        id={`${id}-candidate`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="chart-ground" width="6" height="6" />
        <rect className="chart-hatch" width="2" height="6" />
      </pattern>
    </defs>
  );
}

/** What an element of a look is filled with: a class for plain ones, a pattern for the others. */
export function fillOf(id: string, look: number | 'candidate'): { className: string; fill?: string } {
  if (look === 0 || look === 1) return { className: `chart-look-${look}` };
  return { className: 'chart-look', fill: `url(#${id}-${look})` };
}
