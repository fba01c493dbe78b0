import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Value } from '@sinclair/typebox/value';
import { ServiceConfig } from '../config/service.config.js';
import { underPrefix } from './boot-service.js';
import { openApiOf } from './open-api.js';
import type { ServiceDefinition } from './service-definition.js';
import { ServiceKitModule } from './service-kit.module.js';

/** The OpenAPI document of a service as text, made without a database or a bus: nothing is started or connected. */
export async function emittedOpenApi(definition: ServiceDefinition): Promise<string> {
  const config = Value.Default(ServiceConfig, {
    SERVICE_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    SHULIAN_JWKS_FILE: '',
    SHULIAN_LOG_LEVEL: 'silent',
  }) as ServiceConfig;
  const kit = ServiceKitModule.for({ definition, config, connect: false });
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: class EmittedModule {}, imports: [kit, definition.module] },
    new FastifyAdapter(),
    { logger: false, abortOnError: false },
  );
  underPrefix(app);
  const text = `${JSON.stringify(openApiOf(app, definition), null, 2)}\n`;
  await app.close();
  return text;
}
