import { comparison } from './comparison';
import type { Figure } from './side-by-side';
import { signatures } from './signatures';

/** `npm run bench [-- --json]`: figures, not tests; what is too slow is for people to judge on a quiet machine. */
const figures: Figure[] = [...(await signatures()), ...(await comparison())];
const isJson = process.argv.includes('--json');
for (const figure of figures) {
  const beside = figure.against ? `, ${figure.ratio?.toFixed(2)} of ${figure.against}` : '';
  process.stdout.write(
    isJson ? `${JSON.stringify(figure)}\n` : `${figure.name}: ${figure.value.toFixed(2)} ms${beside}\n`,
  );
}
