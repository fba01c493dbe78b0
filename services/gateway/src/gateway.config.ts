import { Type, type Static } from '@sinclair/typebox';
import { readConfig, ServiceConfig } from '@shulian/service-kit';

const url = (service: string) =>
  Type.String({ pattern: '^https?://[^/?#]+$', description: `where ${service} answers, without a path` });

/** What the gateway reads from its environment, beside what every service reads. */
export const GatewayConfig = Type.Composite([
  ServiceConfig,
  Type.Object({
    CATALOG_URL: url('catalog'),
    READERS_URL: url('readers'),
    CIRCULATION_URL: url('circulation'),
    ACTIVITIES_URL: url('activities'),
    REPORTING_URL: url('reporting'),
    SHULIAN_RATE_PER_SECOND: Type.Number({
      exclusiveMinimum: 0,
      default: 300,
      description: 'requests a second an account or a client may make for long; a desk makes two or three',
    }),
    SHULIAN_RATE_BURST: Type.Integer({
      minimum: 1,
      default: 3_000,
      description: 'requests an account or a client may make at once after a rest',
    }),
    SHULIAN_TRUSTED_PROXIES: Type.Integer({
      minimum: 0,
      maximum: 8,
      default: 0,
      description: 'proxies in front that append to X-Forwarded-For; 0: the address of the connection counts',
    }),
    SHULIAN_ANSWER_WITHIN_MS: Type.Integer({
      minimum: 100,
      default: 30_000,
      description: 'how long a service may take to begin its answer',
    }),
    SHULIAN_SIGN_OF_LIFE_MS: Type.Integer({
      minimum: 100,
      maximum: 60_000,
      default: 15_000,
      description: 'a follower of events hears something this often, and as often its token is checked again',
    }),
  }),
]);
export type GatewayConfig = Static<typeof GatewayConfig>;

/** The public door is `SHULIAN_PORT` (8080) unless the process is told another one. */
export const readGatewayConfig = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GatewayConfig =>
  readConfig(GatewayConfig, {
    ...environment,
    PORT: environment['PORT'] ?? environment['SHULIAN_PORT'] ?? '8080',
  });
