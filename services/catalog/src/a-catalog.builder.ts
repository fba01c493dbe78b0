import { randomUUID } from 'node:crypto';
import type { Announcement } from '@shulian/contracts/envelope';
import { SchoolOpenedV1 } from '@shulian/contracts/readers';
import type { SchoolId } from '@shulian/contracts/ids';
import { newId, partitionOf } from '@shulian/service-kit';
import { eventually, startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { catalogService } from './catalog.module.js';

/** A catalogue on a database of its own, with schools it knows, and people who work there. */
export type CatalogForTests = ServiceForTests & {
  readonly schools: readonly [SchoolId, SchoolId];
  readonly librarian: string;
  readonly otherLibrarian: string;
  readonly admin: string;
  /** Calls the API; `as` is a bearer token, the first school's librarian by default. */
  call(method: string, path: string, body?: unknown, more?: CallMore): Promise<Reply>;
  /** Puts an event on the bus, as its owner would have announced it. */
  hear(announcement: Announcement, id?: string): Promise<void>;
  end(): Promise<void>;
};
export type CallMore = { readonly as?: string; readonly headers?: Readonly<Record<string, string>> };
export type Reply = { readonly status: number; readonly headers: Headers; readonly body: never };

/** The database is dropped with the catalogue: `aCatalog(await freshDatabase('titles'))`. */
export const aCatalog = async (
  database: { readonly ownerUrl: string; drop(): Promise<void> },
  settings: Readonly<Record<string, string>> = {},
): Promise<CatalogForTests> => {
  const service = await startForTests(catalogService, { ownerUrl: database.ownerUrl, settings });
  const schools = [newId<SchoolId>(), newId<SchoolId>()] as const;
  const tokens = await Promise.all([
    service.signer.account({ role: 'librarian', schoolId: schools[0] }),
    service.signer.account({ role: 'librarian', schoolId: schools[1] }),
    service.signer.account({ role: 'county-admin' }),
  ]);
  const [librarian, otherLibrarian, admin] = tokens;

  const hear = async (announcement: Announcement, id: string = randomUUID()): Promise<void> => {
    const { topic, key, type, data, aggregateVersion } = announcement;
    const event = {
      specversion: '1.0', id, source: '/shulian/test', type, subject: key, partitionkey: key, time: '2026-10-12T04:00:00.000Z',
      datacontenttype: 'application/json', dataschema: '', aggregateversion: aggregateVersion, data,
    }; // prettier-ignore
    const [part] = await service.sql<{ parts: number }>(
      'select count(*)::int as parts from bus.part where topic = $1',
      [topic],
    );
    await service.sql('select bus.append($1::text[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[])', [
      [topic], [partitionOf(key, part?.parts ?? 1)], [id], [key], [type], [JSON.stringify(event)],
    ]); // prettier-ignore
  };

  for (const [at, schoolId] of schools.entries())
    await hear(
      SchoolOpenedV1.announce(
        { schoolId, code: `SY${String(at + 1)}`, name: `第${String(at + 1)}小学`, kind: 'primary' },
        1,
      ),
    );
  await eventually(async () => {
    const known = await service.sql('select 1 from known_school');
    if (known.length < schools.length) throw new Error('the schools are not known yet');
  });

  return {
    ...service,
    schools,
    librarian,
    otherLibrarian,
    admin,
    hear,
    call: async (method, path, body, more = {}) => {
      const isForm = body instanceof FormData;
      const reply = await fetch(`${service.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${more.as ?? librarian}`,
          ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
          ...more.headers,
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      const text = await reply.text();
      return {
        status: reply.status,
        headers: reply.headers,
        body: (text === '' ? null : JSON.parse(text)) as never,
      };
    },
    end: async () => {
      await service.stop();
      await database.drop();
    },
  };
};
