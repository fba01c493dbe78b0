import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { Client } from 'pg';
import { Value } from '@sinclair/typebox/value';
import type { Grant, TokenClaims } from '@shulian/contracts/access';
import type { Announcement, CloudEvent } from '@shulian/contracts/envelope';
import { partitionOf } from '../bus/partition.js';
import { AUDIENCE, ISSUER } from '../access/token-verifier.js';
import { bootService, type RunningService } from '../boot/boot-service.js';
import type { ServiceDefinition } from '../boot/service-definition.js';
import { ServiceConfig } from '../config/service.config.js';
import { migrateSchema, prepareBus, prepareSchema, roleOf } from '../database/prepare-schema.js';

/** The roles of a test cluster are shared by all suites, so they share their password too. */
const PASSWORD = 'for-tests-only';

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
  url.password = PASSWORD;
  return url.href;
}

/** Makes and migrates the schema of a service in a fresh database, with the event log of the embedded edition. */
export async function migrateForTests<Store>(
  ownerUrl: string,
  definition: ServiceDefinition<Store>,
  topicPrefix = '',
): Promise<void> {
  await prepareSchema(ownerUrl, definition.name, PASSWORD);
  await migrateSchema(ownerUrl, definition.name, definition.migrations);
  const topics = new Map(definition.events.map(({ topic }) => [topic.name, topic]));
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
export async function startForTests<Store>(
  definition: ServiceDefinition<Store>,
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
  return {
    ...service,
    databaseUrl,
    signer,
    sql: async <Row>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as Row[],
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
): Promise<void> {
  const event: CloudEvent = {
    specversion: '1.0',
    id,
    source: '/shulian/test',
    type,
    subject: key,
    partitionkey: key,
    time: '2026-10-12T04:00:00.000Z',
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
