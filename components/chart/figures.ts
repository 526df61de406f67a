const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tight = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** `12,400` */
export const figure = (value: number): string => whole.format(value);

/** From here on a figure has no room beside an axis. */
export const LONG = 100_000;

/** For axes and bars, where a long figure would run into its neighbour: `12,400`, then `124K`. */
export const axisFigure = (value: number): string => (value < LONG ? whole : tight).format(value);
