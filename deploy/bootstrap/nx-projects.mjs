// What Nx can do with each project of the workspace (nx.json names this file). A folder with a `package.json` is a project,
// and what lies in it says the rest: no project describes itself a second time (ADR 0030).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a test depends on: its project and those it is built on, and what decides how tests run. */
const TESTED = [
  '{projectRoot}/**/*',
  '!{projectRoot}/dist/**/*',
  '^sources',
  '{workspaceRoot}/libs/{test-kit,embedded-servers}/src/**/*',
  '{workspaceRoot}/{jest.config.mjs,package-lock.json,.swcrc}',
  '{workspaceRoot}/deploy/checks/claimed-tests*.mjs',
  '{workspaceRoot}/services/services.json',
  // Which servers and files of others there are on this machine.
  { env: 'CI' },
  { env: 'KAFKA_BROKERS' },
  { env: 'SHULIAN_REAL_RECORDS' },
];

const target = (options, rest) => ({ executor: 'nx:run-commands', cache: true, options, ...rest });

const swc = (root, part, into, more = '') =>
  `swc ${part} -d ${into} --strip-leading-paths --config-file ${root.replaceAll(/[^/]+/g, '..')}/.swcrc${more} -q`;

const build = (root, hasMigrations) =>
  target(
    {
      cwd: root,
      parallel: false,
      commands: [
        swc(root, 'src', 'dist', ' --delete-dir-on-start'),
        ...(hasMigrations ? [swc(root, 'migrations', 'dist/migrations')] : []),
      ],
    },
    { inputs: ['sources'], outputs: ['{projectRoot}/dist'] },
  );

const tests = (root, kind) =>
  target(
    {
      command:
        'node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js' +
        ` --selectProjects ${kind} --testPathPatterns '/${root}/'`,
    },
    { inputs: TESTED },
  );

/** Which kinds of tests lie in a project, by the suffixes of its specs. */
function kindsOfTests(folder, root) {
  const specs = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.spec.ts') && !/(^|[\\/])(node_modules|dist)[\\/]/.test(name));
  const hasSuffix = (kind) => specs.some((name) => name.endsWith(`.${kind}.spec.ts`));
  return [
    ...(specs.some((name) => !/\.(int|e2e)\.spec\.ts$/.test(name)) ? ['unit'] : []),
    ...(hasSuffix('int') ? ['int'] : []),
    ...(root === 'journeys' ? ['journeys'] : []),
  ];
}

/**
 * What starts the services as processes imports none of them, so no `package.json` says that it runs on them: a change of any
 * service is a change of all journeys, and of the tests of the launcher.
 */
const startsServices = (root, workspaceRoot) =>
  !['deploy', 'journeys'].includes(root)
    ? []
    : [
        ...JSON.parse(readFileSync(join(workspaceRoot, 'services/services.json'), 'utf8')),
        ...(root === 'journeys' ? ['deploy'] : []),
      ].map((name) => `@shulian/${name}`);

export const createNodes = [
  '{libs/*,services/*,deploy,bench,journeys}/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => {
      const root = dirname(file);
      const inside = (name) => join(workspaceRoot, root, name);
      const targets = Object.fromEntries(
        kindsOfTests(inside('.'), root).map((kind) => [kind, tests(root, kind)]),
      );
      if (existsSync(inside('src'))) targets.build = build(root, existsSync(inside('migrations')));
      const implicitDependencies = startsServices(root, workspaceRoot);
      return [file, { projects: { [root]: { targets, implicitDependencies } } }];
    }),
];
