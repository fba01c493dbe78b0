import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { keptStatements, preparedStatements, statementsOf } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';

it('every named statement of activities can be prepared against its schema, and takes and gives what is kept of it', async () => {
  const { wired, statements } = await statementsOf(() => import('./wiring.js'));
  const database = await freshDatabase('activities_statements');
  const prepared = await preparedStatements(database.ownerUrl, 'activities', wired.migrations, statements);
  await database.drop();
  const kept = keptStatements(fileURLToPath(new URL('../statements', import.meta.url)));
  expect(Object.fromEntries(prepared)).toEqual(Object.fromEntries(kept));
});
