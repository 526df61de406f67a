const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tight = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** `12,400` */
export const figure = (value: number): string => whole.format(value);

/** For axes and bars, where a long figure would run into its neighbour: `12,400`, then `124K`. */
export const axisFigure = (value: number): string => (value < 100_000 ? whole : tight).format(value);
