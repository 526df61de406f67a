import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const swallowed = 'An error is swallowed here. Handle it, say it to the user, or let it rise.';
const everywhere = [
  {
    selector: 'TSEnumDeclaration',
    message: "No enums: write `const xs = ['a', 'b'] as const` and a union type of it.",
  },
  { selector: 'CatchClause > BlockStatement[body.length=0]', message: swallowed },
  {
    selector:
      "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression:matches([body.type='BlockStatement'][body.body.length=0], [body.type='Identifier'][body.name='undefined'], [body.type='Literal'][body.raw='null'])",
    message: swallowed,
  },
  {
    selector: "CallExpression[callee.property.name='toMatchObject'] Property > Literal[regex]",
    message: 'A pattern in here matches anything: write `expect.stringMatching(pattern)`.',
  },
];
const clock =
  'Take a `Clock` as parameter and call `clock.now()`: every clock is injected (lib/base/clock.ts).';
const inLib = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: clock },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
];
const words = 'Text for people lives in lib/words: add a key there and say it with `say(key)`.';
const inJsx = [
  { selector: 'JSXText[value=/[A-Za-z]{2,}/]', message: words },
  { selector: 'JSXElement > JSXExpressionContainer > Literal[value=/[A-Za-z]{2,}/]', message: words },
  {
    selector:
      'JSXAttribute[name.name=/^(aria-label|aria-description|title|placeholder|alt)$/] > Literal[value=/[A-Za-z]{2,}/]',
    message: words,
  },
];

export default defineConfig(
  { ignores: ['node_modules/', '.output/', 'dist/', '.wxt/', '.cache/', 'coverage/', 'tour/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // An async method may fulfil an interface without awaiting anything itself.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', ...everywhere],
      eqeqeq: 'error',
    },
  },
  { files: ['lib/**', 'components/**', 'entrypoints/**', 'wiring/**'], rules: { 'no-console': 'error' } },
  {
    files: ['{lib,native-host}/**/*.ts'],
    ignores: ['lib/base/clock.ts', '**/*.test.ts', 'native-host/tests/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...inLib] },
  },
  {
    files: ['{components,entrypoints}/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': ['error', ...everywhere, ...inJsx],
    },
  },
);
