// The typed recommended set and the house rules of CONTRIBUTING.md. No comment in a file can switch a rule off.
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** `no-restricted-syntax` is replaced, not merged, by a later block: every block lists all that holds for its files. */
const refused = {
  defaultExport: { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  environment: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read once, in a *.config.ts.',
  },
  publish: {
    selector: "CallExpression[callee.type='MemberExpression'][callee.property.name='publish']",
    message: 'Only the outbox relay publishes; announce with store.outbox.append.',
  },
  now: {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes in as an argument.',
  },
  dateNow: {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes in as an argument.',
  },
  temporalNow: {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'Time comes in as an argument.',
  },
  randomId: {
    selector:
      "CallExpression[callee.name=/^(randomUUID|uuidv?[47])$/], CallExpression[callee.property.name='randomUUID']",
    message: 'Ids come in as an argument.',
  },
};
const everywhere = [refused.defaultExport];
const pure = [refused.now, refused.dateNow, refused.temporalNow, refused.randomId];
const restrict = (...list) => ({ 'no-restricted-syntax': ['error', ...list] });
const readsEnvironment = [
  '**/*.config.ts',
  'libs/{test-kit,embedded-servers}/**',
  'bench/**',
  'deploy/**',
  'journeys/**',
  '**/*.spec.ts',
  '**/*.builder.ts',
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    '.nx/',
    '.cache/',
    '.data/',
    'coverage/',
    '**/*.js',
    'journeys/generated-client/',
  ]),
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.base],
    rules: { 'no-undef': 'off', '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // A handler of Nest may have nothing to await and still owes a promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      'no-console': 'error',
      'max-lines': ['warn', { max: 250 }],
      ...restrict(...everywhere, refused.environment, refused.publish),
    },
  },
  {
    files: readsEnvironment,
    ignores: ['services/*/src/**/rules/**'],
    rules: restrict(...everywhere),
  },
  {
    files: ['libs/service-kit/src/bus/**/*.ts', 'libs/service-kit/src/outbox/**/*.ts'],
    rules: restrict(...everywhere, refused.environment),
  },
  {
    files: [
      'services/*/src/**/rules/*.ts',
      'services/*/src/**/*.events.ts',
      'libs/lending-rules/src/**/*.ts',
    ],
    ignores: ['**/*.spec.ts'],
    rules: restrict(...everywhere, refused.environment, refused.publish, ...pure),
  },
  {
    files: ['services/**/*.ts', 'libs/service-kit/src/**/*.ts'],
    ignores: ['**/*.{spec,builder}.ts', 'libs/service-kit/src/database/connection.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'pg',
              importNames: ['Client', 'Pool', 'default'],
              allowTypeImports: true,
              message:
                'A lost client of pg may end the process: Connection and connections of database/connection.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    // What a programme prints to a person's terminal.
    files: ['deploy/**/*.ts', 'bench/**/*.ts', 'libs/test-kit/**/*.ts', 'libs/contracts/src/**/emit*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The answers of HTTP and SQL arrive in a test as they are; what is expected of them is the test.
    files: ['**/*.{spec,builder}.ts', 'journeys/**/*.ts', 'bench/**/*.ts', 'libs/test-kit/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
      'max-lines': ['warn', { max: 400 }],
    },
  },
);
