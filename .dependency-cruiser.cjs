// Who may import whom, between projects and inside a service (CONTRIBUTING.md; ADR 0002, 0003, 0008).
const tests = '\\.(spec|builder)\\.ts$';
const { readdirSync } = require('node:fs');
const services = require('./services/services.json');
const domainServices = services.filter((name) => name !== 'gateway');
const ours = '^(libs|services|deploy|bench|journeys)/';
/** What a rule may know besides rules: the ids and codes of the contract, what may be an id at all, and days. */
const onlyPure = [
  '^libs/contracts/src/(ids|external-id|limits|problems|words)\\.ts$',
  'node_modules/temporal-polyfill/',
  'node_modules/temporal-spec/',
];
const src = '^services/[^/]+/src/';

/** One project of ours and what of ours it may import; packages from the registry are free unless a rule below says no. */
const mayImport = (name, from, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, ...extra },
  to: { path: ours, pathNot: allowed },
});

/**
 * The rooms (features) of a service meet at their open doors: use cases, steps, queries, rules. Whose rows a room touches
 * besides its own, the service says in `rooms.json`; two rooms that touch each other's are one room, or lack a door.
 */
function roomsOf(service) {
  const touches = require(`./services/${service}/rooms.json`);
  const rooms = readdirSync(`services/${service}/src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const besides = (room) =>
    [...(touches[room] ?? []), ...(touches['*'] ?? [])].filter((name) => name !== room);
  const below = (room, path = []) => {
    if (path.includes(room)) throw new Error(`${service}/rooms.json: ${[...path, room].join(' → ')}`);
    for (const name of besides(room)) below(name, [...path, room]);
  };
  for (const name of new Set(Object.entries(touches).flat(2)))
    if (name !== '*' && !rooms.includes(name)) throw new Error(`${service}/rooms.json: there is no ${name}`);
  rooms.forEach((room) => below(room));
  return rooms.map((room) => ({
    name: `${service}-${room}-knocks-at-doors`,
    comment: `Use a .use-case, .step, .query or rule of the other room, or say in services/${service}/rooms.json whose rows ${room} touches.`,
    severity: 'error',
    from: { path: `^services/${service}/src/${room}/`, pathNot: ['\\.module\\.ts$', tests] },
    to: {
      path: `^services/${service}/src/[^/]+/`,
      pathNot: [
        `^services/${service}/src/(${[room, ...besides(room)].join('|')})/`,
        '\\.(use-case|step|query|module)\\.ts$',
        '/rules/',
        // The rules that hold at a school on a day are there for all who move copies.
        '^services/circulation/src/policies/school-rules\\.facts\\.ts$',
      ],
    },
  }));
}

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
    mayImport('documents-know-nothing-of-ours', '^libs/documents/', ['^libs/documents/'], { pathNot: tests }),
    mayImport('documents-test-with-the-test-kit', '^libs/documents/.*\\.(spec|builder)\\.ts$', [
      '^libs/(documents|test-kit)/',
    ]),
    mayImport(
      'the-kit-knows-no-library',
      '^libs/service-kit/',
      [
        '^libs/service-kit/',
        '^libs/documents/',
        '^libs/contracts/src/(envelope/|access/|(ids|problems|sample-words|services|tags)\\.ts$)',
      ],
      { pathNot: tests },
    ),
    mayImport('the-kit-tests-with-the-test-kit', '^libs/service-kit/.*\\.spec\\.ts$', [
      '^libs/(service-kit|contracts|documents|test-kit|embedded-servers)/',
    ]),
    mayImport('servers-know-nothing-of-ours', '^libs/embedded-servers/', ['^libs/embedded-servers/'], {
      pathNot: tests,
    }),
    mayImport('test-kit-starts-servers', '^libs/test-kit/', ['^libs/(test-kit|embedded-servers)/']),
    {
      name: 'lending-rules-run-anywhere',
      comment:
        'A desk without a line decides by the same rules, in a browser: no service, no framework, no Node.',
      severity: 'error',
      from: { path: '^libs/lending-rules/', pathNot: tests },
      to: { pathNot: ['^libs/lending-rules/', ...onlyPure] },
    },
    mayImport('lending-rules-test-alone', '^libs/lending-rules/.*\\.(spec|builder)\\.ts$', [
      '^libs/(lending-rules|contracts)/',
    ]),
    ...services.map((name) =>
      mayImport(`${name}-shares-only-contracts`, `^services/${name}/`, [
        `^services/${name}/`,
        '^libs/(contracts|documents|service-kit)/',
        '^libs/test-kit/',
        ...(name === 'circulation' ? ['^libs/lending-rules/'] : []),
      ]),
    ),
    mayImport('deploy-starts-and-does-not-share', '^deploy/', [
      '^deploy/',
      '^libs/(contracts|service-kit|embedded-servers|test-kit)/',
    ]),
    mayImport('bench-drives-from-outside', '^bench/', [
      '^(bench|libs)/',
      // A generated county is found by the words that the catalogue itself would give its titles.
      '^services/catalog/src/titles/title-finding\\.use-case\\.ts$',
    ]),
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
          '^libs/(contracts|documents|lending-rules|service-kit|embedded-servers|test-kit)/',
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
        pathNot: ['^services/$1/src/[^/]+/rules/', '^libs/lending-rules/src/', ...onlyPure],
      },
    },
    {
      name: 'doors-keep-out-of-the-store',
      severity: 'error',
      from: { path: `${src}.+\\.(controller|schedule)\\.ts$` },
      to: { path: '\\.(row|repository)\\.ts$' },
    },
    {
      name: 'what-is-heard-is-folded-by-a-projection',
      comment:
        'A consumer gives what it heard to a repository of its room (or of the desk); it maps no rows itself.',
      severity: 'error',
      from: { path: `${src}.+\\.consumer\\.ts$` },
      to: { path: '\\.row\\.ts$' },
    },
    ...domainServices.flatMap(roomsOf),
    {
      name: 'one-postman',
      comment: 'The Kafka client lives in the adapter of the bus and where servers are started (ADR 0008).',
      severity: 'error',
      from: {
        path: ours,
        pathNot: [
          '^libs/service-kit/src/bus/kafka-',
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
      // What keeps the named statements prepares them as their test does.
      from: { path: ours, pathNot: [tests, '^journeys/', '^deploy/checks/statements\\.mjs$'] },
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
