// Who may import whom, between projects and inside a service (CONTRIBUTING.md; ADR 0002, 0003, 0008).
const tests = '\\.(spec|builder)\\.ts$';
const services = ['activities', 'catalog', 'circulation', 'gateway', 'readers', 'reporting'];
const ours = '^(libs|services|deploy|bench|journeys)/';
const src = '^services/[^/]+/src/';

/** One project of ours and what of ours it may import; packages from the registry are free unless a rule below says no. */
const mayImport = (name, from, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, ...extra },
  to: { path: ours, pathNot: allowed },
});

module.exports = {
  forbidden: [
    // Between projects
    mayImport('contracts-stand-alone', '^libs/contracts/', ['^libs/contracts/']),
    {
      name: 'contracts-know-no-framework',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { path: 'node_modules/(@nestjs|typeorm|kafkajs|pg|fastify)/' },
    },
    mayImport(
      'the-kit-knows-no-library',
      '^libs/service-kit/',
      ['^libs/service-kit/', '^libs/contracts/src/(envelope/|access/|ids\\.ts$)'],
      { pathNot: tests },
    ),
    mayImport('the-kit-tests-with-the-test-kit', '^libs/service-kit/.*\\.spec\\.ts$', [
      '^libs/(service-kit|contracts|test-kit|embedded-servers)/',
    ]),
    mayImport('servers-know-nothing-of-ours', '^libs/embedded-servers/', ['^libs/embedded-servers/'], {
      pathNot: tests,
    }),
    mayImport('test-kit-starts-servers', '^libs/test-kit/', ['^libs/(test-kit|embedded-servers)/']),
    ...services.map((name) =>
      mayImport(`${name}-shares-only-contracts`, `^services/${name}/`, [
        `^services/${name}/`,
        '^libs/(contracts|service-kit)/',
        '^libs/test-kit/',
      ]),
    ),
    mayImport('deploy-starts-and-does-not-share', '^deploy/', [
      '^deploy/',
      '^libs/(contracts|service-kit|embedded-servers|test-kit)/',
    ]),
    mayImport('bench-drives-from-outside', '^bench/', ['^(bench|libs)/']),
    mayImport('journeys-go-through-the-gateway', '^journeys/', ['^(journeys|libs)/', '^deploy/src/']),
    {
      name: 'test-kit-only-in-tests',
      severity: 'error',
      from: { path: ours, pathNot: [tests, '^libs/test-kit/', '^bench/', '^journeys/'] },
      to: { path: '^libs/test-kit/' },
    },
    {
      name: 'every-project-has-its-rule',
      severity: 'error',
      from: {
        path: ours,
        pathNot: [
          '^libs/(contracts|service-kit|embedded-servers|test-kit)/',
          `^services/(${services.join('|')})/`,
          '^(deploy|bench|journeys)/',
        ],
      },
      to: {},
    },

    // Inside a project
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^services/([^/]+)/src/([^/]+)/rules/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^services/$1/src/$2/rules/',
          '^libs/contracts/src/ids\\.ts$',
          'node_modules/temporal-polyfill/',
          'node_modules/temporal-spec/',
        ],
      },
    },
    {
      name: 'doors-keep-out-of-the-store',
      severity: 'error',
      from: { path: `${src}.+\\.(controller|consumer|schedule)\\.ts$` },
      to: { path: '\\.(row|repository)\\.ts$' },
    },
    {
      name: 'features-meet-in-the-open',
      severity: 'error',
      from: {
        path: '^services/(activities|catalog|circulation|readers|reporting)/src/([^/]+)/',
        pathNot: ['\\.module\\.ts$', tests],
      },
      to: {
        path: '^services/$1/src/[^/]+/',
        pathNot: ['^services/$1/src/$2/', '\\.(use-case|query|module)\\.ts$', '/rules/'],
      },
    },
    {
      name: 'one-postman',
      comment: 'The Kafka client lives in the adapter of the bus and where servers are started (ADR 0008).',
      severity: 'error',
      from: {
        path: ours,
        pathNot: [
          '^libs/service-kit/src/bus/kafka-bus',
          '^libs/embedded-servers/src/',
          '^libs/test-kit/src/',
          tests,
        ],
      },
      to: { path: ['node_modules/kafkajs/', '^kafkajs$'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-but-tests-imports-tests',
      severity: 'error',
      from: { path: ours, pathNot: [tests, '^journeys/'] },
      to: { path: tests },
    },
    { name: 'imports-resolve', severity: 'error', from: { path: ours }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.data|\\.nx)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@shulian/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
    parser: 'tsc',
  },
};
