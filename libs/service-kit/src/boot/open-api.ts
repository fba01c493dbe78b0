import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ServiceDefinition } from './service-definition.js';

/** The OpenAPI 3.1 document of one service; the gateway merges them. */
export function openApiOf<Store>(
  app: INestApplication,
  definition: Pick<ServiceDefinition<Store>, 'name' | 'about'>,
): OpenAPIObject {
  const document = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Shulian ${definition.name}`)
    .setDescription(definition.about)
    .setVersion('1')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, document, {
    operationIdFactory: (_controller, method) => method,
    autoTagControllers: true,
  });
}
