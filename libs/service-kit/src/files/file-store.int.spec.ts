import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { freePort } from '@shulian/embedded-servers';
import { freshDatabase, freshS3, type FreshDatabase } from '@shulian/test-kit';
import { Database } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';
import { CHUNK_BYTES } from './chunks.js';
import type { ServiceConfig } from '../config/service.config.js';
import { problemFrom } from '../problem/problem.filter.js';
import type { FileContents } from './file-contents.js';
import { FilesAway } from '../problem/files-away.js';
import { contentsFor } from '../boot/file-providers.js';
import { FileStore } from './file-store.js';
import { FilesInPostgres } from './files-in-postgres.js';
import { FilesInS3 } from './files-in-s3.js';
import { KeptFiles } from './kept-files.js';

const MB = 1024 * 1024;
const log = pino({ level: 'silent' });
const s3 = await freshS3();
let fresh: FreshDatabase;
let counting: ServiceForTests;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase('kit_files');
  counting = await startForTests(countingDefinition, { ownerUrl: fresh.ownerUrl });
  database = counting.app.get(Database);
});
afterAll(async () => {
  await counting?.stop();
  await fresh?.drop();
  if ('stop' in s3) await s3.stop();
});

/** As a sender sends it: in odd pieces. */
async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001);
  await Promise.resolve();
}
const whole = async (bytes: AsyncIterable<Uint8Array> | undefined): Promise<Buffer> => {
  const kept: Uint8Array[] = [];
  for await (const piece of bytes ?? []) kept.push(piece);
  return Buffer.concat(kept);
};
const unusedFor = (id: string, time: string): Promise<unknown> =>
  counting.sql(`update stored_file set unused_since = clock_timestamp() - $2::interval where id = $1`, [
    id,
    time,
  ]);

const backends: [string, () => FileContents][] = [
  ['the database', () => new FilesInPostgres(database)],
  [
    'a store that speaks S3',
    () => {
      if ('missing' in s3) throw new Error(s3.missing);
      return new FilesInS3({ ...s3, region: 'auto', service: 'counting' });
    },
  ],
];

describe.each(backends.filter(([name]) => name === 'the database' || 'endpoint' in s3))(
  'files in %s',
  (_name, open) => {
    it.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 5 * MB - 1, 5 * MB, 5 * MB + 1, 11 * MB])(
      'come back as they were, with %d bytes',
      async (size) => {
        const files = new FileStore(database, open());
        const bytes = randomBytes(size);
        const { id } = await files.write(pieces(bytes), 'application/pdf', size);
        const found = await files.open(id);
        expect(found).toMatchObject({ id, mediaType: 'application/pdf', size });
        expect((await whole(found?.bytes)).equals(bytes)).toBe(true);
      },
    );

    it('are refused when they are larger by a byte than they may be, and nothing of them is found', async () => {
      const files = new FileStore(database, open());
      for (const most of [99_999, 6 * MB]) {
        await expect(files.write(pieces(randomBytes(most + 1)), 'image/jpeg', most)).rejects.toMatchObject({
          status: 413,
          code: 'request.too-large',
        });
        const [left] = await counting.sql<{ id: string }>(
          'select id from stored_file where size = 0 and unused_since is not null',
        );
        await unusedFor(left?.id ?? '', '25 hours');
        await files.sweep();
        expect(await files.open(left?.id ?? '')).toBeNull();
      }
    });

    it('are swept a day after nothing refers to them, and not before', async () => {
      const contents = open();
      const files = new FileStore(database, contents);
      const write = async (): Promise<string> => (await files.write([Buffer.from('x')], 'text/plain', 1)).id;
      const [kept, dropped, young, old] = [await write(), await write(), await write(), await write()];
      await database.inTransaction(async (session) => {
        const keeping = new KeptFiles(session);
        for (const id of [kept, dropped]) await keeping.keep(id);
        await keeping.drop(dropped);
      });
      await unusedFor(young, '23 hours 59 minutes');
      await unusedFor(old, '24 hours 1 minute');
      expect(await files.sweep()).toBe(1);
      const is = async (id: string): Promise<boolean> => (await contents.read(id)) !== null;
      expect(await Promise.all([kept, dropped, young, old].map(is))).toEqual([true, true, true, false]);
      await unusedFor(dropped, '25 hours');
      await files.sweep();
      expect([await is(dropped), await files.open(dropped)]).toEqual([false, null]);
    });

    it('are not there when nobody wrote them, and removing them is no error', async () => {
      const contents = open();
      expect(await contents.read(newId())).toBeNull();
      await contents.remove(newId());
    });
  },
);

describe('the files of a service', () => {
  it('stay unused when the transaction that would have kept them came to nothing', async () => {
    const files = new FileStore(database, new FilesInPostgres(database));
    const { id } = await files.write([Buffer.from('x')], 'text/plain', 1);
    await expect(
      database.inTransaction(async (session) => {
        await new KeptFiles(session).keep(id);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const [row] = await counting.sql(
      'select unused_since is not null as unused from stored_file where id = $1',
      [id],
    );
    expect(row).toEqual({ unused: true });
  });

  it('cannot be kept once they were swept', async () => {
    await expect(database.inTransaction((session) => new KeptFiles(session).keep(newId()))).rejects.toThrow(
      'too late',
    );
  });

  const s3Only = 'endpoint' in s3 ? it : it.skip;
  s3Only('are refused by a store that was given another secret', async () => {
    if ('missing' in s3) return;
    const stranger = new FilesInS3({
      ...s3,
      secretAccessKey: 'another',
      region: 'auto',
      service: 'counting',
    });
    await expect(stranger.write(newId(), pieces(Buffer.from('x')))).rejects.toBeInstanceOf(FilesAway);
  });

  it('are said to be away, as 503, when nobody answers where the store should be, and a sender who goes is not', async () => {
    const nobody = new FilesInS3({
      endpoint: `http://127.0.0.1:${await freePort()}/files`,
      region: 'auto',
      accessKeyId: 'a',
      secretAccessKey: 'b',
      service: 'counting',
    });
    const large = Buffer.alloc(6 * MB);
    const questions: (() => Promise<unknown>)[] = [
      () => nobody.write(newId(), pieces(Buffer.from('x'))),
      () => nobody.write(newId(), pieces(large)),
      () => nobody.read(newId()),
      () => nobody.remove(newId()),
    ];
    for (const input of questions)
      expect(problemFrom(await input().catch((error: unknown) => error), log)).toMatchObject({
        status: 503,
        code: 'service.away',
      });
    const gone = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('x');
      await Promise.resolve();
      throw new TypeError('the sender went');
    };
    await expect(nobody.write(newId(), gone())).rejects.toBeInstanceOf(TypeError);
  });

  it.each([
    [{ SHULIAN_S3_ACCESS_KEY: '' }, 'SHULIAN_S3_ACCESS_KEY is not'],
    [{ SHULIAN_S3_SECRET_KEY: '' }, 'SHULIAN_S3_SECRET_KEY is not'],
  ])('are not kept by a service whose store has no keys: %j', (without, why) => {
    const config = {
      SHULIAN_S3_ENDPOINT: 'https://s3.example/shulian',
      SHULIAN_S3_REGION: 'auto',
      SHULIAN_S3_ACCESS_KEY: 'a',
      SHULIAN_S3_SECRET_KEY: 'b',
      ...without,
    } as ServiceConfig;
    expect(() => contentsFor('counting', config, database)).toThrow(why);
  });
});
