// Every named statement of a service with the types of what it takes and gives, one file each: services/<name>/statements. A reviewer
// sees the statement that is put together of pieces, and what a migration does to its types. The types come from an empty database
// with the service's migrations, which is started only where statements or migrations changed since they were last written here.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './from-source.mjs';
import { filesBelow, root } from './source-files.mjs';

const services = JSON.parse(readFileSync(join(root, 'services/services.json'), 'utf8'));
export const folderOf = (service) => `services/${service}/statements`;
const noteOf = (service) => join(root, `.cache/statements/${service}`);

/** What the kept files follow from. */
function fingerprint(service, statements) {
  const hash = createHash('sha256');
  for (const { name, text } of statements) hash.update(`${name}\n${text}\n`);
  for (const path of filesBelow([`services/${service}/migrations`], (name) => name.endsWith('.ts')))
    hash.update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** Whether the files that are there have these statements, whatever their types. */
function haveTheseTexts(kept, statements) {
  const textOf = (file) => file.replace(/^(-- .*\n){3}/, '');
  return (
    kept.size === statements.length &&
    statements.every(({ name, text }) => kept.has(name) && textOf(kept.get(name)) === `${text.trim()}\n`)
  );
}

/**
 * path → text of all that is kept.
 * @param isCheck no database is started: types are held by the test `statements.int.spec.ts` of each service
 */
export async function statementFiles(isCheck) {
  const { databaseOn, keptAs, keptStatements, preparedStatements, statementsOf } =
    await import('@shulian/service-kit/testing');
  const found = new Map();
  let server;
  try {
    for (const service of services) {
      const wiring = pathToFileURL(join(root, `services/${service}/src/wiring.ts`)).href;
      const { wired, statements } = await statementsOf(() => import(wiring));
      const kept = keptStatements(join(root, folderOf(service)));
      const note = fingerprint(service, statements);
      const isKnown = existsSync(noteOf(service)) && readFileSync(noteOf(service), 'utf8') === note;
      let files = kept;
      if (isCheck && !haveTheseTexts(kept, statements))
        files = new Map(statements.map((one) => [one.name, keptAs(one, '?', '?')]));
      if (!isCheck && !(isKnown && haveTheseTexts(kept, statements))) {
        server ??= await emptyServer();
        const database = await databaseOn(server.ownerUrl, service);
        files = await preparedStatements(database, service, wired.migrations, statements);
        mkdirSync(dirname(noteOf(service)), { recursive: true });
        writeFileSync(noteOf(service), note);
      }
      for (const [name, text] of files) found.set(`${folderOf(service)}/${name}.sql`, text);
    }
  } finally {
    await server?.stop();
  }
  return found;
}

async function emptyServer() {
  const { startPostgres } = await import('@shulian/embedded-servers');
  const folder = mkdtempSync(join(tmpdir(), 'shulian-statements-'));
  // Where the server runs as another user, it passes through.
  chmodSync(folder, 0o711);
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), fsync: false });
  return {
    ownerUrl: server.ownerUrl,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
