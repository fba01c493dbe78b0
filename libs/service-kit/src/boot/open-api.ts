import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { rowOf, scopes, type Operation } from '@shulian/contracts/access';
import { problemTitles, type ProblemCode } from '@shulian/contracts/problems';
import { tagTitles } from '@shulian/contracts/tags';
import { exampleOf } from './open-api-examples.js';
import type {
  OperationObject,
  ParameterObject,
  ResponseObject,
  Schemas,
  TagObject,
} from './open-api-parts.js';
import { problemSchema, problemsOf } from './open-api-problems.js';
import { VERSIONED } from '../http/versioned.js';
import type { ServiceDefinition } from './service-definition.js';

const MEDIA = 'application/problem+json';
const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string', example },
});
const retryAfter = text('秒数 seconds to wait before asking again', '2');
const etag = text('版本，用于 If-Match the version, for If-Match', '"v3"');

/** The OpenAPI 3.1 document of one service; the gateway merges them. */
export function openApiOf(
  app: INestApplication,
  definition: Pick<ServiceDefinition, 'name' | 'about'>,
): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Shulian ${definition.name}`)
    .setDescription(definition.about)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth()
    .addOAuth2({
      type: 'oauth2',
      flows: {
        clientCredentials: {
          tokenUrl: '/oauth/token',
          scopes: Object.fromEntries(scopes.map((scope) => [scope, scope])),
        },
      },
    })
    .build();
  const document = SwaggerModule.createDocument(app, builder, {
    operationIdFactory: (_controller, method) => method,
  });
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, Problem: problemSchema as never };
  const schemas = components.schemas as Schemas;
  const responses: Record<string, ResponseObject> = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const operations = Object.values(item as Readonly<Record<string, OperationObject>>);
    for (const operation of operations) {
      operation.tags = [tagOf(path)];
      complete(operation, schemas, responses);
    }
  }
  components.responses = responses as never;
  document.tags = tagsOf(document.paths);
  return document;
}

/** The groups of a document, with their names in both languages where a feature gave them. */
function tagsOf(paths: OpenAPIObject['paths']): TagObject[] {
  const names = new Set(Object.keys(paths).map(tagOf));
  return [...names].sort().map((name) => {
    const title = tagTitles[name];
    return title === undefined
      ? { name }
      : { name, description: `${title.zh} ${title.en}`, 'x-title': title };
  });
}

/** Operations stand together by what their paths begin with. */
const tagOf = (path: string): string => /^\/(?:api\/v1\/)?([^/]+)/.exec(path)?.[1] ?? 'other';

/** What every operation says though no controller writes it: its refusals, headers, scopes and an example. */
function complete(
  operation: OperationObject,
  schemas: Schemas,
  responses: Record<string, ResponseObject>,
): void {
  if (operation.operationId === undefined) return;
  const row = rowOf(operation.operationId as Operation);
  const isPublic = 'public' in row;
  operation.parameters = once(operation.parameters ?? []);
  operation.security = [];
  if (!isPublic) {
    const own = 'of' in row ? Object.values(row.of) : [row];
    const granted = own.flatMap(({ scope }) => (scope === undefined ? [] : [{ oauth2: [scope] }]));
    operation.security = [{ bearer: [] }, ...granted];
  }
  for (const [type, media] of Object.entries(operation.requestBody?.content ?? {}))
    if (media.schema !== undefined && type === 'application/json')
      media.example ??= exampleOf(schemas, media.schema);
  const isVersioned = operation[VERSIONED] === true;
  delete operation[VERSIONED];
  for (const [status, response] of Object.entries(operation.responses))
    if (Number(status) < 400 && !('$ref' in response)) completeSuccess(response, schemas, isVersioned);
  const problems = problemsOf(operation, isPublic, row.problems ?? {});
  for (const [status, { codes, name }] of problems) {
    // RFC 6749 has its own words.
    if (operation.responses[status] !== undefined) continue;
    const response = problemResponse(status, codes);
    if (name !== null) responses[name] = response;
    operation.responses[status] = name === null ? response : { $ref: `#/components/responses/${name}` };
  }
  operation['x-problem-codes'] = [...new Set([...problems.values()].flatMap(({ codes }) => codes))];
  if (row.reasons !== undefined) operation['x-reason-codes'] = row.reasons;
}

/** A header that a parameter and a decorator both name stands once. */
const once = (parameters: readonly ParameterObject[]): ParameterObject[] => [
  ...new Map(parameters.map((each) => [`${each.in} ${each.name}`, each])).values(),
];

function completeSuccess(response: ResponseObject, schemas: Schemas, isVersioned: boolean): void {
  if (response.description === '') response.description = '成功 Done';
  if (isVersioned) response.headers = { ...response.headers, ETag: etag };
  for (const [type, media] of Object.entries(response.content ?? {}))
    if (media.schema !== undefined && type === 'application/json')
      media.example ??= exampleOf(schemas, media.schema);
}

function problemResponse(status: number, codes: readonly ProblemCode[]): ResponseObject {
  const [code] = codes as readonly [ProblemCode];
  return {
    description: codes
      .map((each) => `${each} ${problemTitles[each].zh} ${problemTitles[each].en}`)
      .join('; '),
    ...([429, 503].includes(status) || codes.includes('idempotency.in-progress')
      ? { headers: { 'Retry-After': retryAfter } }
      : {}),
    content: {
      [MEDIA]: {
        schema: { $ref: '#/components/schemas/Problem' },
        example: {
          type: `/problems/${code}`,
          title: problemTitles[code].zh,
          status,
          instance: 'urn:uuid:019f2f6e-5c1a-7a3b-9c4d-2e5f60718293',
          code,
        },
      },
    },
    'x-problem-codes': codes,
  };
}
