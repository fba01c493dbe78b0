import { words } from '../../bootstrap/words.mjs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { serviceNames, type ServiceName } from '@shulian/contracts/services';

/** Root of the checkout; `src` and `dist` lie at the same depth. */
export const checkout = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..', '..');

export type LauncherConfig = {
  /** Of the gateway; everything else gets a free one. */
  readonly port: number;
  /** As asked for, or undefined: the default, which may have to lie elsewhere when root starts us. */
  readonly dataDir: string | undefined;
  readonly adminPassword: string | undefined;
  readonly cardKey: string | undefined;
  readonly bus: 'postgres' | 'kafka';
  /** Of a Kafka that is there already; empty: the launcher starts one when the bus is kafka. */
  readonly kafkaBrokers: string;
  /** Before every topic and consumer group: several counties share a broker by it. */
  readonly topicPrefix: string;
  /** Owner of a PostgreSQL that is there already; undefined: the launcher starts one. */
  readonly databaseUrl: string | undefined;
  /** How many sessions our own PostgreSQL takes: more where several instances of a service share it. */
  readonly postgresConnections: number;
  /** What a service's role is to connect with instead of the URL the launcher would make. */
  readonly serviceUrls: Readonly<Partial<Record<ServiceName, string>>>;
  /** Where the county is reached from outside, in containers; undefined in the embedded edition, which is on loopback. */
  readonly bindAddress: string | undefined;
  /** Of the gateway of a county that runs elsewhere, for the commands beside it. */
  readonly url: string | undefined;
  /** Set by whoever starts us: the services' clock (tests only). */
  readonly clock: string | undefined;
  /** What the services get of our own environment unchanged. */
  readonly passedOn: NodeJS.ProcessEnv;
  /** What readers alone gets of it: the mail server with its password, the keys of addresses. */
  readonly ofReaders: NodeJS.ProcessEnv;
};

/** Secrets and addresses that are not every child's business. */
const KEPT_BACK =
  /^(DATABASE_URL|.*_DATABASE_URL|SHULIAN_ADMIN_PASSWORD|SHULIAN_CARD_KEY|SHULIAN_SMTP_URL|SHULIAN_CONTACT_KEYS|SHULIAN_DATA_DIR|SHULIAN_URL|PORT|npm_.*)$/;
const OF_READERS = /^SHULIAN_(SMTP_URL|CONTACT_KEYS)$/;

const told = (environment: NodeJS.ProcessEnv, name: string): string | undefined => {
  const value = environment[name];
  return value === undefined || value === '' ? undefined : value;
};

/** @throws Error that names the variable which is not right */
export const readLauncherConfig = (environment: NodeJS.ProcessEnv = process.env): LauncherConfig => {
  const port = Number(told(environment, 'SHULIAN_PORT') ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(words('SHULIAN_PORT 不是端口号', 'SHULIAN_PORT is no port'));
  const bus = told(environment, 'SHULIAN_BUS') ?? 'postgres';
  if (bus !== 'postgres' && bus !== 'kafka')
    throw new Error(words('SHULIAN_BUS 只能是 postgres 或 kafka', 'SHULIAN_BUS is postgres or kafka'));
  const postgresConnections = Number(told(environment, 'SHULIAN_POSTGRES_CONNECTIONS') ?? '100');
  if (!Number.isInteger(postgresConnections) || postgresConnections < 100 || postgresConnections > 1_000)
    throw new Error(
      words(
        'SHULIAN_POSTGRES_CONNECTIONS 是 100 到 1000 的整数',
        'SHULIAN_POSTGRES_CONNECTIONS is a whole number from 100 to 1000',
      ),
    );
  const dataDir = told(environment, 'SHULIAN_DATA_DIR');
  const urls = serviceNames.map(
    (name) => [name, told(environment, `${name.toUpperCase()}_DATABASE_URL`)] as const,
  );
  return {
    port,
    dataDir: dataDir === undefined ? undefined : resolve(dataDir),
    adminPassword: told(environment, 'SHULIAN_ADMIN_PASSWORD'),
    cardKey: told(environment, 'SHULIAN_CARD_KEY'),
    bus,
    kafkaBrokers: told(environment, 'KAFKA_BROKERS') ?? '',
    topicPrefix: told(environment, 'SHULIAN_TOPIC_PREFIX') ?? '',
    databaseUrl: told(environment, 'DATABASE_URL'),
    postgresConnections,
    serviceUrls: Object.fromEntries(urls.filter(([, url]) => url !== undefined)),
    bindAddress: told(environment, 'SHULIAN_BIND_ADDRESS'),
    url: told(environment, 'SHULIAN_URL'),
    clock: told(environment, 'SHULIAN_CLOCK'),
    passedOn: Object.fromEntries(Object.entries(environment).filter(([name]) => !KEPT_BACK.test(name))),
    ofReaders: Object.fromEntries(Object.entries(environment).filter(([name]) => OF_READERS.test(name))),
  };
};
