import multipart from '@fastify/multipart';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import { AccessGuard } from '../access/access.guard.js';
import { unreadableInput } from '../http/readable-input.js';
import { validationAtTheDoor } from '../http/validation.js';
import { Answer } from '../idempotency/once-per-key.js';
import type { Log } from '../log/logger.js';
import { enterTrace, traceFrom } from '../log/trace.js';
import { enterRequest } from '../trail/operator-trail.js';
import { ProblemDocuments } from '../problem/problem-document.js';
import { ProblemFilter, sendProblem } from '../problem/problem.filter.js';
import { Problem } from '../problem/refused.js';
import { Freshness, KNOWS_UP_TO } from '../watermarks/freshness.js';
import { requestMetrics } from './request-metrics.js';
import { isUnreadable, serverOptions } from './server-options.js';
import type { ServiceDefinition } from './service-definition.js';

/** What pages of other origins may send and read. Tokens are sent by the page itself: no cookie is ever taken. */
const forOtherPages = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'accept-language',
    'authorization',
    'content-type',
    'idempotency-key',
    'if-match',
    'last-event-id',
    'x-request-id',
  ],
  exposedHeaders: [
    'content-disposition',
    'etag',
    'ratelimit',
    'ratelimit-policy',
    'retry-after',
    'x-as-of',
    'x-event-position',
    'x-request-id',
  ],
  credentials: false,
  maxAge: 600,
};

/** What every request meets before a controller sees it, and what every answer passes. */
export async function openDoors(
  app: NestFastifyApplication,
  log: Log,
  {
    publicDoor,
    corsOrigins = [],
    follows = [],
  }: Pick<ServiceDefinition, 'publicDoor' | 'corsOrigins' | 'follows'>,
): Promise<void> {
  const documents = app.get(ProblemDocuments);
  const fastify = app.getHttpAdapter().getInstance();
  // For browsers: what a service answers behind the gateway is seen by the gateway alone, which sets them itself.
  if (publicDoor === true) await app.register(helmet, { contentSecurityPolicy: false });
  if (corsOrigins.length > 0) app.enableCors({ ...forOtherPages, origin: [...corsOrigins] });
  await app.register(multipart, {
    limits: { fileSize: 200 * 1024 * 1024, files: 1, fields: 20, fieldSize: 65_536 },
  });
  fastify.setReplySerializer((payload: unknown) =>
    payload instanceof Answer ? payload.body : JSON.stringify(payload),
  );
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    enterRequest();
    enterTrace(traceFrom(request.id, request.headers['traceparent']));
    void reply.header('x-request-id', String(request.id));
    if (isUnreadable(request.raw))
      sendProblem(documents, request, reply, new Problem(400, 'request.unparsable'));
    else done();
  });
  if (follows.length > 0) {
    const freshness = app.get(Freshness);
    // Before anything is read. Without it nothing is said, and what was asked for is answered all the same.
    fastify.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.method !== 'GET' || !request.url.startsWith('/api/')) return;
      const asOf = await freshness.asOf().catch(() => null);
      if (asOf !== null) void reply.header(KNOWS_UP_TO, asOf);
    });
  }
  fastify.addHook('onResponse', requestMetrics(log));
  // Whoever sends plain text is told so, instead of what the text lacks.
  fastify.removeContentTypeParser('text/plain');
  // Many clients name JSON on whatever they send: an empty body is no body, not a broken one.
  const json = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser<RawServerDefault>(
    'application/json',
    { bodyLimit: serverOptions.bodyLimit },
    (request, body, done) => {
      if (body.length === 0) done(null, undefined);
      else void json(request, body.toString(), done);
    },
  );
  fastify.addHook(
    'preValidation',
    (request: FastifyRequest, _reply: FastifyReply, done: (refused?: Error) => void) =>
      done(unreadableInput(request)),
  );
  app.useGlobalFilters(new ProblemFilter(documents, log));
  app.useGlobalPipes(validationAtTheDoor());
  app.useGlobalGuards(app.get(AccessGuard));
}
