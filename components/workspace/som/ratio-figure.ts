const format = new Intl.NumberFormat('en-US', {
  minimumSignificantDigits: 2,
  maximumSignificantDigits: 2,
});

/** A ratio in two digits: more would pretend. */
export const ratioFigure = (value: number): string => (value === 0 ? '0' : format.format(value));
