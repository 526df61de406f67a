const STEM_MAX = 60;
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
};

/** Text as a part of a file's name on every system: letters, figures, hyphens. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, STEM_MAX)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'unnamed' : plain;
}

/** A kept file under a name that can't lead out of its folder, nor pass for another kind of file than it is. */
export function fileName(name: string, type: string): string {
  return `${slug(name.replace(/\.[A-Za-z0-9]{1,5}$/, ''))}.${ENDINGS[type] ?? 'bin'}`;
}

/** Hands out each name once: what is asked for a second time gets a number. */
export function namesOnce(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = wanted;
    // Windows and macOS hold A and a for the same name.
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted}-${count}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
