/** What a CSS-modules build leaves of a name: `grid` becomes something like `_k3x9a`. */
export function cls(...names: readonly string[]): string {
  return names
    .map((name) => {
      let hash = 0x811c9dc5;
      for (const char of `harbor-2024/${name}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
      return `_${hash.toString(36).slice(0, 5)}`;
    })
    .join(' ');
}
