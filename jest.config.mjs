import { readFileSync } from 'node:fs';

// The build leaves specs and builders out (`exclude` of .swcrc); here they are what it is about.
const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.exclude;
delete swc.$schema;

// One configuration for every workspace; the suffix of a spec tells its price (house style, tests).
const inSource = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: {
    customExportConditions: ['@shulian/source', 'node', 'node-addons'],
  },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
};
const servers = {
  globalSetup: '<rootDir>/libs/test-kit/src/global-setup.ts',
  globalTeardown: '<rootDir>/libs/test-kit/src/global-teardown.ts',
};

export default {
  // A project cannot set it; unit specs take milliseconds all the same.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/libs/test-kit/closing-line.reporter.mjs'],
  projects: [
    {
      ...inSource,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,services,deploy}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(int|e2e)\\.spec\\.ts$'],
    },
    {
      ...inSource,
      ...servers,
      displayName: 'int',
      testMatch: ['<rootDir>/{libs,services,deploy}/**/*.int.spec.ts'],
    },
    { ...inSource, ...servers, displayName: 'journeys', testMatch: ['<rootDir>/journeys/**/*.e2e.spec.ts'] },
  ],
};
