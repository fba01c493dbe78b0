import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

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

// A test that names a requirement asks for it, or fails.
const claimed = { setupFilesAfterEnv: ['<rootDir>/deploy/checks/claimed-tests.setup.mjs'] };

/**
 * Two suites at a time on two cores, because most of them wait for servers; more than four would need more connections than
 * the PostgreSQL of the tests has. What is measured in milliseconds is therefore a median or a ratio, never one time alone.
 */
const suitesAtOnce = Math.min(4, Math.max(2, availableParallelism() - 1));

export default {
  maxWorkers: suitesAtOnce,
  // What a suite has loaded Node does not give back: a process that has grown is replaced after its suite.
  workerIdleMemoryLimit: '1200MB',
  // A project cannot set it; unit specs take milliseconds all the same.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/libs/test-kit/dearest-first.sequencer.mjs',
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
      ...claimed,
      displayName: 'int',
      testMatch: ['<rootDir>/{libs,services,deploy}/**/*.int.spec.ts'],
    },
    {
      ...inSource,
      ...servers,
      ...claimed,
      displayName: 'journeys',
      testMatch: ['<rootDir>/journeys/**/*.e2e.spec.ts'],
    },
  ],
};
