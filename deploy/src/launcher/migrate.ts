import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { allTopics } from '@shulian/contracts';
import { brokerBatchBytes } from '@shulian/contracts/envelope';
import { serviceNames, type ServiceName } from '@shulian/contracts/services';
import { createTopics } from '@shulian/embedded-servers';
import { migrateSchema, prepareBus, prepareSchema, type Migration } from '@shulian/service-kit';

import { words } from '../../bootstrap/words.mjs';
import { checkout, type LauncherConfig } from './launcher.config.js';

type Servers = Pick<LauncherConfig, 'bus' | 'kafkaBrokers' | 'topicPrefix' | 'databaseUrl' | 'serviceUrls'>;

type HowToMigrate = {
  /** A line for whoever waits for it. */
  readonly say: (line: string) => void;
  /** How long PostgreSQL may take to answer. */
  readonly maxWaitMs?: number;
};

/** In a URL of a role, as `<SERVICE>_DATABASE_URL` has it. */
const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);

const migrationsOf = async (service: ServiceName): Promise<readonly Migration[]> => {
  const wiring = pathToFileURL(join(checkout, 'services', service, 'dist', 'wiring.js')).href;
  return ((await import(wiring)) as { migrations: readonly Migration[] }).migrations;
};

/** A server that starts up or is not there yet: no route, no listener, no name, or "I am starting". */
const MAY_COME = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|57P03)$/;
const WRONG_PASSWORD = '28P01';
const BETWEEN_TRIES_MS = 1_000;
const MAX_WAIT_MS = 60_000;

const why = (ownerUrl: string, error: Error & { readonly code?: string }): Error => {
  const { host, username } = new URL(ownerUrl);
  if (error.code === WRONG_PASSWORD)
    return new Error(
      words(
        `PostgreSQL（${host}）不接受 DATABASE_URL 里 ${username} 的口令。它的数据卷保留第一次启动时的口令：请把 POSTGRES_PASSWORD 改回原值，或在数据库里用 alter role 改口令。`,
        `PostgreSQL (${host}) does not take the password of ${username} in DATABASE_URL. Its volume keeps the one of its first ` +
          'start: set POSTGRES_PASSWORD to that one again, or change it in the database (alter role).',
      ),
      { cause: error },
    );
  if (MAY_COME.test(error.code ?? ''))
    return new Error(
      words(
        `PostgreSQL（${host}）没有应答：${error.code}`,
        `no PostgreSQL answers at ${host}: ${error.code}`,
      ),
      { cause: error },
    );
  return error;
};

/** What time may cure is tried again for so long; everything else ends at once, in words for whoever set it up. */
const waitingForServer = async (
  ownerUrl: string,
  { say, maxWaitMs = MAX_WAIT_MS }: HowToMigrate,
  work: () => Promise<void>,
): Promise<void> => {
  const deadline = Date.now() + maxWaitMs;
  for (let told = false; ; told = true) {
    try {
      return await work();
    } catch (error) {
      const failed = error as Error & { readonly code?: string };
      if (!MAY_COME.test(failed.code ?? '') || Date.now() > deadline) throw why(ownerUrl, failed);
      const { host } = new URL(ownerUrl);
      if (!told) say(words(`等待 PostgreSQL（${host}）……`, `Waiting for PostgreSQL at ${host} …`));
      await sleep(BETWEEN_TRIES_MS);
    }
  }
};

/**
 * The one step before any service: roles, schemas, migrations, and the event log in PostgreSQL or the topics in Kafka.
 * Safe to repeat, and in two processes at once.
 */
export const migrateAll = async (config: Servers, how: HowToMigrate): Promise<void> => {
  const { say } = how;
  const { databaseUrl: ownerUrl } = config;
  if (ownerUrl === undefined)
    throw new Error(
      words('没有设置 DATABASE_URL（数据库所有者的地址）', 'DATABASE_URL, the URL of the owner, is not set'),
    );
  for (const service of serviceNames) {
    const url = config.serviceUrls[service];
    const variable = `${service.toUpperCase()}_DATABASE_URL`;
    if (url === undefined) throw new Error(words(`没有设置 ${variable}`, `${variable} is not set`));
    await waitingForServer(ownerUrl, how, () => prepareSchema(ownerUrl, service, passwordIn(url)));
    const done = await migrateSchema(ownerUrl, service, await migrationsOf(service));
    say(words(`${service}：新做 ${done} 项迁移`, `${service}: ${done} new migrations`));
  }
  await prepareBus(ownerUrl, serviceNames, allTopics, config.topicPrefix);
  if (config.bus === 'kafka') {
    say(
      words(
        `检查 Kafka（${config.kafkaBrokers}）的主题……`,
        `Looking after the topics at ${config.kafkaBrokers} …`,
      ),
    );
    const topics = allTopics.map((topic) => ({
      ...topic,
      name: config.topicPrefix + topic.name,
      maxBatchBytes: brokerBatchBytes,
    }));
    await createTopics(config.kafkaBrokers.split(','), topics);
  }
  say(words('数据库和总线已备好', 'The database and the bus are prepared'));
};
