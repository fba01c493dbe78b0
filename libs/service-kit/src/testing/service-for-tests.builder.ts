import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { Client } from 'pg';
import { Value } from '@sinclair/typebox/value';
import type { Grant, TokenClaims } from '@shulian/contracts/access';
import type { Announcement, CloudEvent, Watermark } from '@shulian/contracts/envelope';
import { partitionOf } from '../bus/partition.js';
import { AUDIENCE, ISSUER } from '../access/token-verifier.js';
import { bootService, type RunningService } from '../boot/boot-service.js';
import type { ServiceDefinition } from '../boot/service-definition.js';
import { Lists } from '../database/lists.js';
import { ServiceConfig } from '../config/service.config.js';
import { migrateSchema, prepareBus, prepareSchema, roleOf } from '../database/prepare-schema.js';
import { ROLE_PASSWORD } from './role-password.builder.js';

export { leastOf } from './least-of.builder.js';
export { ROLE_PASSWORD } from './role-password.builder.js';
export {
  databaseOn,
  keptAs,
  columnsOfSchema,
  keptStatements,
  preparedStatements,
  statementsOf,
} from './prepared-statements.builder.js';
export type { Wired } from './prepared-statements.builder.js';
export { rawGet, rawRequest } from './raw-request.builder.js';

/** A signer of access tokens with its public keys in a file, as the services expect it. */
export class SignerForTests {
  private constructor(
    readonly folder: string,
    private readonly key: CryptoKey,
  ) {}

  static async make(): Promise<SignerForTests> {
    const folder = await mkdtemp(join(tmpdir(), 'shulian-test-'));
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
    await writeFile(join(folder, 'jwks.json'), JSON.stringify({ keys: [jwk] }));
    return new SignerForTests(folder, privateKey);
  }

  get jwksFile(): string {
    return join(this.folder, 'jwks.json');
  }

  /** A bearer token of an account with these grants. */
  account(...grants: Grant[]): Promise<string> {
    return this.sign({ sub: randomUUID(), kind: 'account', grants, scopes: [], schools: null });
  }

  sign(claims: TokenClaims): Promise<string> {
    const { sub, ...rest } = claims;
    return new SignJWT({ ...rest })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setSubject(sub)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(this.key);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** The URL of a service's role in the database of an owner's URL. */
export function serviceUrl(ownerUrl: string, service: string): string {
  const url = new URL(ownerUrl);
  url.username = roleOf(service);
  url.password = ROLE_PASSWORD;
  return url.href;
}

/** Makes and migrates the schema of a service in a fresh database, with the event log of the embedded edition. */
export async function migrateForTests(
  ownerUrl: string,
  definition: ServiceDefinition,
  topicPrefix = '',
): Promise<void> {
  await prepareSchema(ownerUrl, definition.name, ROLE_PASSWORD);
  await migrateSchema(ownerUrl, definition.name, definition.migrations);
  const announced = [
    ...definition.events,
    ...(definition.watermark === undefined ? [] : [definition.watermark]),
    ...(definition.follows ?? []),
  ];
  const topics = new Map(announced.map(({ topic }) => [topic.name, topic]));
  await prepareBus(ownerUrl, [definition.name], [...topics.values()] as never, topicPrefix);
}

export type ServiceForTests = RunningService & {
  readonly databaseUrl: string;
  readonly signer: SignerForTests;
  /** Rows as the owner sees them, with the schema of the service first in the search path. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
};

/**
 * A service in this process, on a database of its own and a real bus. Stop it before the database is dropped.
 * @param settings environment of the service, beside what a test must have
 */
export async function startForTests(
  definition: ServiceDefinition,
  given: {
    readonly ownerUrl: string;
    readonly signer?: SignerForTests;
    readonly settings?: Readonly<Record<string, unknown>>;
    /** The database is migrated already. */
    readonly migrated?: boolean;
    /** Throw the projections away first. */
    readonly rebuild?: boolean;
  },
): Promise<ServiceForTests> {
  if (given.migrated !== true) await migrateForTests(given.ownerUrl, definition);
  const signer = given.signer ?? (await SignerForTests.make());
  const databaseUrl = serviceUrl(given.ownerUrl, definition.name);
  const config = Value.Default(ServiceConfig, {
    SERVICE_DATABASE_URL: databaseUrl,
    SHULIAN_JWKS_FILE: signer.jwksFile,
    SHULIAN_LOG_LEVEL: 'silent',
    SERVICE_POOL: 10,
    ...given.settings,
  }) as ServiceConfig;
  const service = await bootService(definition, config, { rebuild: given.rebuild === true });
  const owner = new Client({
    connectionString: given.ownerUrl,
    options: `-c search_path=${definition.name}`,
  });
  await owner.connect();
  // One session, in which a test may hold a transaction open: what is asked at once waits for its turn.
  let turn: Promise<unknown> = Promise.resolve();
  const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const answer = turn.then(() => owner.query(text, values));
    turn = answer.catch(() => undefined);
    return (await answer).rows as Row[];
  };
  return {
    ...service,
    databaseUrl,
    signer,
    sql,
    stop: async () => {
      await owner.end();
      await service.stop();
      if (given.signer === undefined) await signer.remove();
    },
  };
}

/** Puts an event on the bus of a service under test, as its owner would have announced it. */
export async function announceForTests(
  service: Pick<ServiceForTests, 'sql'>,
  { topic, key, type, data, schoolId, aggregateVersion }: Announcement,
  id: string = randomUUID(),
  time = '2026-10-12T04:00:00.000Z',
): Promise<void> {
  const event: CloudEvent = {
    specversion: '1.0',
    id,
    source: '/shulian/test',
    type,
    subject: key,
    partitionkey: key,
    time,
    datacontenttype: 'application/json',
    dataschema: `https://shulian.example/schemas/${type}.schema.json`,
    aggregateversion: aggregateVersion,
    ...(schoolId === null ? {} : { schoolid: schoolId }),
    data,
  };
  const [parts] = await service.sql<{ n: number }>(
    'select count(*)::int as n from bus.part where topic = $1',
    [topic],
  );
  await service.sql(
    'select bus.append($1::text[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[])',
    [[topic], [partitionOf(key, parts?.n ?? 1)], [id], [key], [type], [JSON.stringify(event)]],
  );
}

/** Takes every place there is for those who read lists; the function it returns gives them free. */
export async function fillLists({ app, sql }: ServiceForTests): Promise<() => Promise<void>> {
  const lists = app.get(Lists);
  let full = true;
  const keepOne = async (): Promise<void> => {
    // One that is refused at once must leave the others their turn.
    while (full) await lists.rows('select pg_sleep(60)').catch(() => pause(5));
  };
  const kept = Promise.all(Array.from({ length: lists.places }, keepOne));
  const cancel = `select pg_cancel_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like '%-lists' and state = 'active'`;
  const empty = async (): Promise<void> => {
    full = false;
    const over = kept.then(() => true);
    while (!(await Promise.race([over, sql(cancel).then(() => false)])));
  };
  try {
    await eventually(async () => {
      if ((await lists.rows('select').catch(() => null)) !== null) throw new Error('there is a place left');
    });
  } catch (error) {
    await empty();
    throw error;
  }
  return empty;
}

/** What each of these doors says while the lists are full; a door with a body is `POST` with an empty object. */
export async function saidWhileListsAreFull(
  service: ServiceForTests,
  token: string,
  doors: readonly string[],
): Promise<readonly (readonly [door: string, status: number, code: string | undefined])[]> {
  const empty = await fillLists(service);
  try {
    return await Promise.all(
      doors.map(async (door) => {
        const [method = '', path = ''] = door.split(' ');
        const authorization = `Bearer ${token}`;
        const answer = await fetch(`${service.url}/api/v1${path}`, {
          method,
          headers: { authorization, 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body: '{}' }),
        });
        return [door, answer.status, ((await answer.json()) as { code?: string }).code] as const;
      }),
    );
  } finally {
    await empty();
  }
}

/** Says, as these sources would, that everything on the bus so far is all that happened up to then. */
export async function announceWholeForTests(
  service: Pick<ServiceForTests, 'sql'>,
  sources: readonly Watermark[],
  upTo: string,
): Promise<void> {
  for (const watermark of sources) {
    const ends = await service.sql<{ topic: string; part: number; nextOffset: number }>(
      `select topic, part, next_offset::int as "nextOffset" from bus.part where topic like $1 and topic <> $2`,
      [`shulian.${watermark.of}.%`, watermark.topic.name],
    );
    await announceForTests(service, watermark.announce({ upTo, ends }, 1));
  }
}

/** Looks until the assertion holds, at most `ms` milliseconds; then fails with its last failure. */
export async function eventually<T>(look: () => Promise<T> | T, ms = 5_000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/**
 * Waits until every transaction has ended that began before; what changed is told to those who follow a list from then on.
 * Suites share a server, and a transaction in any of its databases holds that point back.
 */
export async function transactionsHaveEnded(service: Pick<ServiceForTests, 'sql'>): Promise<void> {
  const [began] = await service.sql<{ id: string }>('select pg_current_xact_id()::text as id');
  await eventually(async () => {
    const [point] = await service.sql<{ reached: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as reached',
      [began?.id],
    );
    if (point?.reached !== true) throw new Error('a transaction of this server goes on and on');
  }, 60_000);
}
