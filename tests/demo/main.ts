import { runDemo } from './run-demo';
import { tour } from './tour';

const [flag, ...more] = process.argv.slice(2);
if ((flag !== undefined && flag !== '--tour') || more.length > 0) {
  console.error('Usage: npm run demo [-- --tour]');
  process.exit(2);
}
const hasScreen =
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;
if (flag === undefined && !hasScreen) {
  console.error(
    'There is no screen here. Run this in a desktop session, or walk the same without one: npm run demo -- --tour',
  );
  process.exit(1);
}
await (flag === '--tour' ? tour() : runDemo());
