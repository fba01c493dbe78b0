import { Value } from '@sinclair/typebox/value';
import { ServiceConfig } from '@shulian/service-kit';
import { SignerForTests, startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { GatewayConfig } from './gateway.config.js';
import { gatewayDefinition } from './gateway.module.js';
import { services } from './front-door/routing-table.js';

/** A gateway in this process before services at these addresses. */
export async function aGateway(
  ownerUrl: string,
  urls: Readonly<Partial<Record<(typeof services)[number], string>>>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<ServiceForTests> {
  const signer = await SignerForTests.make();
  const nowhere = 'http://127.0.0.1:9';
  const config = Value.Default(GatewayConfig, {
    ...(Value.Default(ServiceConfig, {}) as object),
    SERVICE_DATABASE_URL: ownerUrl,
    SHULIAN_JWKS_FILE: signer.jwksFile,
    ...Object.fromEntries(services.map((name) => [`${name.toUpperCase()}_URL`, urls[name] ?? nowhere])),
    ...settings,
  }) as GatewayConfig;
  const gateway = await startForTests(gatewayDefinition(config), { ownerUrl, signer, settings });
  return {
    ...gateway,
    stop: async () => {
      await gateway.stop();
      await signer.remove();
    },
  };
}
