/** A substance's name where a line begins with it: `Oxycodone`. */
export const named = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
