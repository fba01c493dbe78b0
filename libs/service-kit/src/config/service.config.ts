import { Type, type Static } from '@sinclair/typebox';

/** What every service reads from its environment; a service adds its own with `Type.Composite`. */
export const ServiceConfig = Type.Object({
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: 0,
    description: 'port of the HTTP door; 0: any free one',
  }),
  HOST: Type.String({ default: '127.0.0.1' }),
  SERVICE_DATABASE_URL: Type.String({
    description: 'the role of the service, with rights on its own schema and the bus',
  }),
  SERVICE_POOL: Type.Integer({
    minimum: 1,
    maximum: 40,
    default: 6,
    description: 'connections to the database for desks and consumers',
  }),
  SERVICE_LIST_POOL: Type.Integer({
    minimum: 1,
    maximum: 40,
    default: 2,
    description: 'connections to the database for lists, searches, figures and reports',
  }),
  SHULIAN_REPLICAS: Type.Integer({
    minimum: 1,
    maximum: 16,
    default: 1,
    description: 'how many of each service run: pools and what a caller may ask are shared out among them',
  }),
  SHULIAN_BUS: Type.Union([Type.Literal('postgres'), Type.Literal('kafka')], { default: 'postgres' }),
  KAFKA_BROKERS: Type.String({ default: '', description: 'host:port, comma-separated' }),
  SHULIAN_KAFKA_SESSION_MS: Type.Integer({
    minimum: 6_000,
    default: 30_000,
    description: 'a consumer that is silent this long has lost its partitions',
  }),
  SHULIAN_TOPIC_PREFIX: Type.String({ default: '', pattern: '^[a-z0-9.-]*$' }),
  SHULIAN_TIME_ZONE: Type.String({ default: 'Asia/Shanghai' }),
  SHULIAN_CLOCK: Type.String({ default: '', description: 'tests only: an RFC 3339 instant, or @file' }),
  SHULIAN_JWKS_FILE: Type.String({ description: 'public keys of the signer of access tokens' }),
  SHULIAN_VOIDED_LOOK_MS: Type.Integer({
    minimum: 10,
    maximum: 60_000,
    default: 5_000,
    description: 'how often it is looked whether accounts were closed; beside the public keys',
  }),
  SHULIAN_S3_ENDPOINT: Type.String({
    default: '',
    pattern: '^(https?://[^/]+/.+)?$',
    description: 'store of files with its bucket, https://…/<bucket>; without it files lie in the database',
  }),
  SHULIAN_S3_REGION: Type.String({ default: 'auto' }),
  SHULIAN_S3_ACCESS_KEY: Type.String({ default: '' }),
  SHULIAN_S3_SECRET_KEY: Type.String({ default: '' }),
  SHULIAN_LOG_LEVEL: Type.Union(
    (['debug', 'info', 'warn', 'error', 'silent'] as const).map((level) => Type.Literal(level)),
    { default: 'info' },
  ),
  SHULIAN_CRASH_AT: Type.String({
    default: '',
    description: 'crash tests only: the kill point to die at, once',
  }),
  SHULIAN_RELAY_PAUSED_FILE: Type.String({
    default: '',
    description: 'while this file exists the relay publishes nothing: "bus stopped" on the embedded edition',
  }),
});
export type ServiceConfig = Static<typeof ServiceConfig>;
