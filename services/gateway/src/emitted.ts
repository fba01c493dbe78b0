import { emittedOpenApi } from '@shulian/service-kit';
import { services } from './front-door/routing-table.js';
import { readGatewayConfig } from './gateway.config.js';
import { gatewayDefinition } from './gateway.module.js';

/** The gateway's own part of the API; `/openapi.json` of a running one shows all services. */
export const emitted = async (): Promise<Record<string, string>> => {
  const config = readGatewayConfig({
    SERVICE_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    SHULIAN_JWKS_FILE: 'none',
    ...Object.fromEntries(services.map((name) => [`${name.toUpperCase()}_URL`, 'http://127.0.0.1:1'])),
  });
  return { 'services/gateway/openapi.json': await emittedOpenApi(gatewayDefinition(config)) };
};
