// The files that put features together: each feature is found by its leaves, by the names of its files alone, so that nobody
// keeps a list by hand. What is found is imported by name; a leaf that exports something else does not compile.
// `wiring()` gives path → text. Written before anything else is emitted: documents are made of services that are wired.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow, root } from './source-files.mjs';

/** The files of this repository; a test has others. */
const repository = { filesBelow, read: (path) => readFileSync(join(root, path), 'utf8') };

const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const compare = (one, other) => (one < other ? -1 : 1);

/** Of .prettierrc.json. */
const LINE = JSON.parse(readFileSync(join(root, '.prettierrc.json'), 'utf8')).printWidth;
const EMITTED = '// Emitted from the files beside it: `npm run emit`.';
const importOf = ({ name, from }) => `import { ${name} } from '${from}';`;
const importsOf = (...found) =>
  found
    .flat()
    .sort((one, other) => compare(one.from, other.from) || compare(one.name, other.name))
    .map(importOf);
const spread = (name, found) =>
  found.length === 0 ? [] : [`export const ${name} = {`, ...found.map((leaf) => `  ...${leaf.name},`), '};'];
/** As prettier breaks it, or not. */
const list = (says, declaration, found) => {
  if (found.length === 0) return [];
  const line = `export const ${declaration} = [${found.map(({ name }) => name).join(', ')}];`;
  const broken = [`export const ${declaration} = [`, ...found.map(({ name }) => `  ${name},`), '];'];
  return ['', `/** ${says} */`, ...(line.length <= LINE ? [line] : broken)];
};
const text = (...lines) => `${lines.flat().join('\n')}\n`;

/** What a service says of its features to the others: operations, codes, names of groups, events. */
function contractsOf({ filesBelow }, service) {
  const folder = `libs/contracts/src/${service}`;
  const files = filesBelow([folder], (path) => path.split('/').length === folder.split('/').length + 1).map(
    (path) => basename(path),
  );
  const leaves = (role, suffix) =>
    files
      .filter((file) => file.endsWith(`.${role}.ts`))
      .map((file) => ({
        name: `${camel(file.slice(0, -`.${role}.ts`.length))}${suffix}`,
        from: `./${file.replace(/\.ts$/, '.js')}`,
      }));
  const access = leaves('access', 'Access');
  const problems = leaves('problems', 'Problems');
  const tags = leaves('tags', 'Tags');
  const events = files.filter((file) => /\.v\d+\.ts$/.test(file));
  return text(
    EMITTED,
    importsOf(access, problems, tags),
    '',
    events.map((file) => `export * from './${file.replace(/\.ts$/, '.js')}';`),
    events.length > 0 ? '' : [],
    spread(`${service}Access`, access),
    spread(`${service}Problems`, problems),
    spread(`${service}Tags`, tags),
  );
}

/** Tables of TypeORM: what a `.row` of a room exports as an EntitySchema. */
function tablesOf({ filesBelow, read }, service) {
  return filesBelow([`services/${service}/src`], (path) => path.endsWith('.row.ts')).flatMap((path) => {
    const source = read(path);
    const names = [...source.matchAll(/^export const (\w+Table) = new EntitySchema\b/gm)].map(
      ([, name]) => name,
    );
    if (names.length !== (source.match(/new EntitySchema\b/g) ?? []).length)
      throw new Error(`${path}: an EntitySchema is exported as …Table, or nobody finds it`);
    const from = `.${path.slice(`services/${service}/src`.length).replace(/\.ts$/, '.js')}`;
    return names.map((name) => ({ name, from }));
  });
}

/** In the order of their stamps, which is that of their names: `1790000200000-create-title` exports CreateTitle1790000200000. */
const migrationsOf = ({ filesBelow }, service) =>
  filesBelow([`services/${service}/migrations`], (path) => path.endsWith('.ts')).map((path) => {
    const file = basename(path, '.ts');
    return { name: `${pascal(file.slice(14))}${file.slice(0, 13)}`, from: `#migrations/${file}` };
  });

/** Its rooms with a module of their own name, its tables, its migrations. */
function serviceOf(tree, service) {
  const rooms = tree
    .filesBelow([`services/${service}/src`], (path) => /\/([a-z0-9-]+)\/\1\.module\.ts$/.test(path))
    .map((path) => {
      const room = basename(path, '.module.ts');
      return { name: `${pascal(room)}Module`, from: `./${room}/${room}.module.js` };
    });
  const tables = tablesOf(tree, service);
  const migrations = migrationsOf(tree, service);
  return text(
    EMITTED,
    rooms.length > 0 ? "import type { Type } from '@nestjs/common';" : [],
    "import type { Migration } from '@shulian/service-kit';",
    tables.length > 0 ? "import type { EntitySchema } from 'typeorm';" : [],
    importsOf(migrations),
    importsOf(rooms, tables),
    list('The rooms: each folder with a module of its name.', 'rooms: readonly Type[]', rooms),
    list('What TypeORM reads and writes for them.', 'tables: readonly EntitySchema[]', tables),
    list(
      'In the order in which they run: that of their stamps.',
      'migrations: readonly Migration[]',
      migrations,
    ),
  );
}

/** Each report is a folder with a `.report` of its name. */
function reportsOf({ filesBelow }, folder) {
  const reports = filesBelow([folder], (path) => /\/([a-z0-9-]+)\/\1\.report\.ts$/.test(path)).map((path) => {
    const name = basename(path, '.report.ts');
    return { name: camel(name), from: `./${name}/${name}.report.js` };
  });
  return text(
    EMITTED,
    importsOf(reports),
    "import type { Report } from './report-definition.report.js';",
    list('All that can be asked for.', 'reports: readonly Report[]', reports),
  );
}

export function wiring(tree = repository) {
  const services = JSON.parse(tree.read('services/services.json'));
  return new Map([
    ...services.flatMap((service) => [
      [`libs/contracts/src/${service}/features.ts`, contractsOf(tree, service)],
      [`services/${service}/src/wiring.ts`, serviceOf(tree, service)],
    ]),
    ['services/reporting/src/reports/all.report.ts', reportsOf(tree, 'services/reporting/src/reports')],
  ]);
}
