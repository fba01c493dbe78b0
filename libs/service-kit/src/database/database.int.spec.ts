import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Client } from 'pg';
import { DataSource, EntitySchema } from 'typeorm';
import { Database, dataSourceOptions } from './database.js';
import { statement, type Session } from './session.js';
import { isAway } from './sql-state.js';

type Note = { id: number; words: string };
const noteTable = new EntitySchema<Note>({
  name: 'note',
  columns: { id: { type: 'int', primary: true }, words: { type: 'text' } },
});
const ADD = statement('note.add', 'insert into note values ($1, $2) returning id');

let fresh: FreshDatabase;
let database: Database;
let owner: Client;
beforeAll(async () => {
  fresh = await freshDatabase('kit_database');
  const options = dataSourceOptions({
    url: fresh.ownerUrl,
    service: 'notes',
    pool: 1,
    entities: [noteTable as EntitySchema],
  });
  database = new Database(await new DataSource(options).initialize());
  owner = new Client({ connectionString: fresh.ownerUrl });
  await owner.connect();
  await owner.query('create table note (id int primary key, words text not null)');
});
afterAll(async () => {
  await owner.end();
  await database.dataSource.destroy();
  await fresh.drop();
});
beforeEach(async () => {
  await owner.query('truncate note');
});

const notes = async (): Promise<number[]> =>
  (await owner.query<{ id: number }>('select id from note order by id')).rows.map(({ id }) => id);
const add = (session: Session, id: number): Promise<unknown[]> => session.rows(ADD, [id, 'words']);
const transactionOf = async (session: Session): Promise<string | undefined> =>
  (await session.rows<{ xid: string }>('select pg_current_xact_id()::text as xid', []))[0]?.xid;

// One connection in the pool: every test gets what the one before has left.
describe('a transaction', () => {
  it.each(['on a new connection', 'on a used one'])('keeps all of its statements together, %s', async () => {
    const answer = await database.inTransaction(async (session) => {
      const rows = await add(session, 1);
      expect(await notes()).toEqual([]);
      await add(session, 2);
      expect(await transactionOf(session)).toBe(await transactionOf(session));
      return rows;
    });
    expect(answer).toEqual([{ id: 1 }]);
    expect(await notes()).toEqual([1, 2]);
  });

  it('is rolled back when the work throws, after the first statement and after later ones', async () => {
    for (const statements of [1, 2, 3]) {
      const failing = database.inTransaction(async (session) => {
        for (let id = 1; id <= statements; id += 1) await add(session, id);
        throw new TypeError('not this time');
      });
      await expect(failing).rejects.toThrow('not this time');
      expect(await notes()).toEqual([]);
    }
  });

  it('is rolled back when a statement fails, the first or a later one, and leaves the connection usable', async () => {
    await add(database as unknown as Session, 7);
    for (const ids of [[7], [1, 7], [1, 2, 7, 3]]) {
      const failing = database.inTransaction(async (session) => {
        for (const id of ids) await add(session, id);
      });
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      expect(await notes()).toEqual([7]);
    }
    await database.inTransaction((session) => add(session, 8));
    expect(await notes()).toEqual([7, 8]);
  });

  it('lets nothing through behind a first statement that failed, though the work went on', async () => {
    const broken = statement('note.broken', 'select no_such_column from note where id = $1');
    const goingOn = database.inTransaction(async (session) => {
      await session.rows(broken, [1]).catch(() => undefined);
      await add(session, 1);
    });
    await expect(goingOn).rejects.toMatchObject({ code: '42703' });
    // The broken statement is as broken when it comes again, not half prepared.
    await expect(database.rows(broken, [1])).rejects.toMatchObject({ code: '42703' });
    expect(await notes()).toEqual([]);
  });

  it('is not done, and says so, when a statement failed and the work passed over it, wherever it came', async () => {
    await add(database as unknown as Session, 7);
    const passedOver = { code: '23505' };
    const nothingCommitted = {
      name: 'Error',
      code: '25P02',
      message: expect.stringContaining('passed over'),
      cause: '23505',
    };
    for (const [ids, told] of [
      [[7], passedOver],
      [[1, 7], nothingCommitted],
      [[1, 2, 7], nothingCommitted],
    ] as const) {
      const passing = database.inTransaction(async (session) => {
        for (const id of ids) await add(session, id).catch(() => undefined);
        return 'all is well';
      });
      await expect(passing).rejects.toMatchObject(told);
      expect(await notes()).toEqual([7]);
    }
    // Nobody waits for a statement, and it fails.
    const unheard = database.inTransaction(async (session) => {
      await add(session, 1);
      void add(session, 7).catch(() => undefined);
    });
    await expect(unheard).rejects.toMatchObject(nothingCommitted);
    await database.inTransaction((session) => add(session, 8));
    expect(await notes()).toEqual([7, 8]);
    // The first one counts, not those that fail because of it; by whichever way it came.
    const first = database.inTransaction(async (session) => {
      await add(session, 1);
      await session.rows('select 1 / 0').catch(() => undefined);
      await add(session, 2).catch(() => undefined);
    });
    await expect(first).rejects.toMatchObject({ code: '25P02', cause: '22012' });
    const byTypeOrm = database.inTransaction(async (session) => {
      await add(session, 1);
      await session.manager.query('select no_such_thing').catch(() => undefined);
    });
    await expect(byTypeOrm).rejects.toMatchObject({ code: '25P02', cause: '42703' });
  });

  it('does not run its first statement when it cannot begin', async () => {
    await database.inTransaction((session) => session.rows('select'));
    await database.rows('deallocate "transaction.begin"');
    await expect(database.inTransaction((session) => add(session, 1))).rejects.toMatchObject({
      code: '26000',
    });
    expect(await notes()).toEqual([]);
    // Nobody does that to us in earnest; here the connection is cut, so that the next test gets a new one.
    const { rows } = await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shulian-notes' and datname = current_database()`,
    );
    expect(rows).toHaveLength(1);
    await pause(100);
    await database.inTransaction((session) => add(session, 1));
    expect(await notes()).toEqual([1]);
  });

  it('begins with whatever comes first, values or none, a name or none, and at once with all of them', async () => {
    await database.inTransaction((session) => session.rows(`insert into note values (1, 'a'); select 1`));
    await database.inTransaction((session) => session.rows('insert into note values ($1, $2)', [2, 'b']));
    await database.inTransaction(async (session) => {
      const [one, other] = await Promise.all([
        transactionOf(session),
        transactionOf(session),
        add(session, 3),
      ]);
      expect(one).toBe(other);
    });
    expect(await notes()).toEqual([1, 2, 3]);
  });

  it('gives the rows, types and count of its first statement as of any other', async () => {
    const select = statement(
      'note.select',
      `select n as id, 'x' || n as words, null::text as nothing from generate_series(1, $1::int) as n`,
    );
    const [first, second] = await database.inTransaction(async (session) => [
      await session.rows(select, [3]),
      await session.rows(select, [3]),
    ]);
    expect(first).toEqual(second);
    expect(first).toHaveLength(3);
    expect(first?.[2]).toEqual({ id: 3, words: 'x3', nothing: null });
  });

  it('is one with what repositories of TypeORM do in it', async () => {
    await database.inTransaction(async (session) => {
      await session.manager.insert(noteTable, { id: 1, words: 'inserted' });
      await session.manager.save(noteTable, { id: 2, words: 'saved' });
      await add(session, 3);
      const found = await session.manager.findOne(noteTable, {
        where: { id: 1 },
        lock: { mode: 'pessimistic_write' },
      });
      expect(found?.words).toBe('inserted');
      // A transaction within is a savepoint.
      await session.manager
        .transaction(async (inner) => {
          await inner.insert(noteTable, { id: 4, words: 'taken back' });
          throw new Error('only the inner one');
        })
        .catch(() => undefined);
      expect(await notes()).toEqual([]);
    });
    expect(await notes()).toEqual([1, 2, 3]);
    const failing = database.inTransaction(async (session) => {
      await session.manager.save(noteTable, { id: 5, words: 'saved' });
      throw new Error('all of it');
    });
    await expect(failing).rejects.toThrow('all of it');
    expect(await notes()).toEqual([1, 2, 3]);
  });

  it('cannot be used when it has ended', async () => {
    let leaked: Session | undefined;
    await database.inTransaction((session) => {
      leaked = session;
      return Promise.resolve();
    });
    await expect(add(leaked as Session, 1)).rejects.toThrow('the transaction has ended');
    await expect(leaked?.manager.insert(noteTable, { id: 2, words: '' })).rejects.toThrow(
      'the transaction has ended',
    );
    expect(await notes()).toEqual([]);
  });

  it('waits for a lock as long as it is told and no longer, in its first statement too', async () => {
    await owner.query(`insert into note values (1, 'a')`);
    await owner.query('begin');
    await owner.query('update note set words = words');
    const startedAt = Date.now();
    const waiting = database.inTransaction((session) =>
      session.rows(statement('note.change', 'update note set words = $1'), ['b']),
    );
    await expect(waiting).rejects.toMatchObject({ code: '55P03' });
    expect(Date.now() - startedAt).toBeGreaterThan(1_900);
    await owner.query('rollback');
    await database.inTransaction((session) => add(session, 2));
    expect(await notes()).toEqual([1, 2]);
  });

  it('ends with a statement that takes too long', async () => {
    const slow = database.inTransaction(async (session) => {
      await add(session, 1);
      await session.rows(`set local statement_timeout = '50ms'`);
      await session.rows('select pg_sleep($1)', [5]);
    });
    await expect(slow).rejects.toMatchObject({ code: '57014' });
    expect(await notes()).toEqual([]);
    const [kept] = await database.rows<{ statement_timeout: string }>('show statement_timeout');
    expect(kept?.statement_timeout).toBe('20s');
  });

  it('fails when its connection is lost, and the next one gets another', async () => {
    const failing = database.inTransaction(async (session) => {
      await add(session, 1);
      const [me] = await session.rows<{ pid: number }>('select pg_backend_pid() as pid');
      await owner.query('select pg_terminate_backend($1)', [me?.pid]);
      await pause(100);
      await add(session, 2);
    });
    const error = await failing.catch((thrown: unknown) => thrown);
    expect(isAway(error)).toBe(true);
    expect(await notes()).toEqual([]);
    await database.inTransaction((session) => add(session, 3));
    expect(await notes()).toEqual([3]);
  });
});
