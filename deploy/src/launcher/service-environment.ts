import type { CountyFolder } from './county-folder.js';
import type { ServiceName } from '@shulian/contracts/services';
import type { LauncherConfig } from './launcher.config.js';
import { connections } from './connection-budget.js';
import type { Secrets } from './secrets.js';

type Known = {
  readonly config: LauncherConfig;
  readonly secrets: Secrets;
  readonly folder: CountyFolder;
  readonly ports: ReadonlyMap<ServiceName, number>;
  readonly databaseUrl: string;
  readonly kafkaBrokers: string;
};

/** While this file exists the relays publish nothing. */
export const pausedFileOf = (folder: CountyFolder): string => folder.file('relays-paused');

/** All that one service is told; each secret only to those who need it. */
export const serviceEnvironment = (name: ServiceName, known: Known): NodeJS.ProcessEnv => {
  const { config, secrets, folder, ports } = known;
  const env: NodeJS.ProcessEnv = {
    ...config.passedOn,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(ports.get(name)),
    SERVICE_DATABASE_URL: known.databaseUrl,
    SERVICE_POOL: String(connections[name].desks),
    SERVICE_LIST_POOL: String(connections[name].lists),
    SHULIAN_BUS: config.bus,
    KAFKA_BROKERS: known.kafkaBrokers,
    SHULIAN_JWKS_FILE: folder.file('jwks.json'),
    SHULIAN_RELAY_PAUSED_FILE: pausedFileOf(folder),
  };
  if (name === 'readers') {
    env['SHULIAN_SIGNING_KEY_FILE'] = folder.file('signing-key.json');
    env['SHULIAN_ADMIN_PASSWORD'] = secrets.adminPassword;
    Object.assign(env, config.ofReaders);
  }
  if (name === 'readers' || name === 'circulation') env['SHULIAN_CARD_KEY'] = secrets.cardKey;
  if (name === 'gateway') {
    for (const [other, port] of ports) {
      if (other !== 'gateway') env[`${other.toUpperCase()}_URL`] = `http://127.0.0.1:${port}`;
    }
  }
  return env;
};
