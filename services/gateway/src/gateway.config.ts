import { Type, type Static, type TString } from '@sinclair/typebox';
import { readConfig, ServiceConfig } from '@shulian/service-kit';
import { services, type ServiceName } from './front-door/routing-table.js';

const url = (service: string) =>
  Type.String({ pattern: '^https?://[^/?#]+$', description: `where ${service} answers, without a path` });

type AddressName = `${Uppercase<ServiceName>}_URL`;
/** `CATALOG_URL` and so on: where each service answers. */
export const addressNameOf = (service: ServiceName): AddressName =>
  `${service.toUpperCase() as Uppercase<ServiceName>}_URL`;
const addresses = Object.fromEntries(
  services.map((service) => [addressNameOf(service), url(service)]),
) as Readonly<Record<AddressName, TString>>;

/** What the gateway reads from its environment, beside what every service reads. */
export const GatewayConfig = Type.Composite([
  ServiceConfig,
  Type.Object({
    ...addresses,
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
    SHULIAN_BODY_WITHIN_MS: Type.Integer({
      minimum: 100,
      default: 30_000,
      description: 'time for the body of a request that is no upload, 1 MiB at most',
    }),
    SHULIAN_CORS_ORIGINS: Type.String({
      pattern: '^(https?://[^/?#,\\s*]+(,https?://[^/?#,\\s*]+)*)?$',
      default: '',
      description: 'origins, with commas between, whose pages may ask from a browser; none if empty',
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
