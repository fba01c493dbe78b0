import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { allTopics } from '@shulian/contracts';
import { createTopics } from '@shulian/embedded-servers';
import { migrateSchema, prepareBus, prepareSchema, type Migration } from '@shulian/service-kit';

import { checkout, services, type LauncherConfig, type ServiceName } from './launcher.config.js';

/** In a URL of a role, as `<SERVICE>_DATABASE_URL` has it. */
const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);

const migrationsOf = async (service: ServiceName): Promise<readonly Migration[]> => {
  const database = pathToFileURL(join(checkout, 'services', service, 'dist', 'database.js')).href;
  return ((await import(database)) as { migrations: readonly Migration[] }).migrations;
};

/**
 * The one step before any service: roles, schemas, migrations, and the event log in PostgreSQL or the topics in Kafka.
 * Safe to repeat, and in two processes at once.
 */
export const migrateAll = async (
  config: Pick<LauncherConfig, 'bus' | 'kafkaBrokers' | 'topicPrefix' | 'databaseUrl' | 'serviceUrls'>,
): Promise<void> => {
  const { databaseUrl: ownerUrl } = config;
  if (ownerUrl === undefined) throw new Error('DATABASE_URL, the URL of the owner, is not set');
  for (const service of services) {
    const url = config.serviceUrls[service];
    if (url === undefined) throw new Error(`${service.toUpperCase()}_DATABASE_URL is not set`);
    await prepareSchema(ownerUrl, service, passwordIn(url));
    await migrateSchema(ownerUrl, service, await migrationsOf(service));
  }
  await prepareBus(ownerUrl, services, allTopics, config.topicPrefix);
  if (config.bus === 'kafka') {
    const topics = allTopics.map((topic) => ({ ...topic, name: config.topicPrefix + topic.name }));
    await createTopics(config.kafkaBrokers.split(','), topics);
  }
};
