import 'reflect-metadata';
import multipart from '@fastify/multipart';
import { setTimeout as pause } from 'node:timers/promises';
import helmet from '@fastify/helmet';
import { RequestMethod, type INestApplication } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Catch, type ArgumentsHost, type RpcExceptionFilter } from '@nestjs/common';
import { throwError, type Observable } from 'rxjs';
import { AccessGuard, isPlumbing, operationOf } from '../access/access.guard.js';
import type { EventBus } from '../bus/event-bus.js';
import { EventBusServer } from '../bus/event-bus-server.js';
import { Database } from '../database/database.js';
import { rebuildProjections } from '../replay/rebuild-projections.js';
import { armKillPoint } from '../bus/kill-point.js';
import type { ServiceConfig } from '../config/service.config.js';
import { Health } from '../health/health.js';
import { setBodyHashSecret } from '../http/once.js';
import { setCursorSecret } from '../http/page.js';
import { unreadableInput } from '../http/readable-input.js';
import { validationAtTheDoor } from '../http/validation.js';
import { Answer } from '../idempotency/once-per-key.js';
import { JobRunner } from '../jobs/job-runner.js';
import { nestLogger, type Log } from '../log/logger.js';
import { enterTrace, requestIdFrom, traceFrom } from '../log/trace.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { ProblemDocuments } from '../problem/problem-document.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { requestMetrics } from './request-metrics.js';
import { openApiOf } from './open-api.js';
import type { ServiceDefinition } from './service-definition.js';
import { BUS, LOG, ServiceKitModule, Stopping } from './service-kit.module.js';

const STOP_DEADLINE = 20_000;
const PATIENCE_MS = 5_000;

/** `rebuild`: throw the projections away first and make them again from the log. */
export type HowToBoot = { readonly rebuild?: boolean };

export type RunningService = {
  readonly app: NestFastifyApplication;
  readonly url: string;
  stop(): Promise<void>;
};

/** Hands a handler's own error to the inbox instead of the masked object Nest would make of it. */
@Catch()
class HandOnErrors implements RpcExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): Observable<never> {
    void host;
    return throwError(() => thrown);
  }
}

/** Starts a service: HTTP door, consumers, relay, jobs. Its schema must be migrated before. */
export async function bootService<Store>(
  definition: ServiceDefinition<Store>,
  config: ServiceConfig,
  how: HowToBoot = {},
): Promise<RunningService> {
  armKillPoint(config.SHULIAN_CRASH_AT);
  const secret = secretIn(config.SERVICE_DATABASE_URL);
  setBodyHashSecret(secret);
  setCursorSecret(secret);
  const adapter = new FastifyAdapter({
    bodyLimit: 1_048_576,
    // Time for a whole request, uploads of 200 MB over a school's line included; headers have their own, shorter limit.
    requestTimeout: 900_000,
    keepAliveTimeout: 75_000,
    routerOptions: { maxParamLength: 200 },
    genReqId: (request: { headers: Record<string, unknown> }) =>
      requestIdFrom(request.headers['x-request-id']),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: Root, imports: [ServiceKitModule.for({ definition, config }), definition.module] },
    adapter,
    { bufferLogs: true, abortOnError: false },
  );
  const log = app.get<Log>(LOG);
  app.useLogger(nestLogger(log));
  await openDoors(app, log, definition.publicDoor === true);
  const busServer = app.get<EventBusServer<Store>>(EventBusServer);
  const consumers = app.connectMicroservice(
    { strategy: busServer },
    { inheritAppConfig: false, deferInitialization: true },
  );
  consumers.useGlobalFilters(new HandOnErrors());
  // What Nest does at once unless told to wait; it had to wait for the filter. The hooks of the modules are called by the
  // application, once.
  const listening = consumers as unknown as Deferred;
  listening.registerListeners();
  listening.setIsInitialized(true);
  listening.setIsInitHookCalled(true);
  underPrefix(app);
  await app.init();
  everyRouteHasAnOperation(app);
  serveOpenApi(app, definition);
  await app.listen(config.PORT, config.HOST);
  if (how.rebuild === true)
    await rebuildProjections(
      app.get(Database),
      app.get<EventBus>(BUS),
      busServer,
      definition.projections ?? [],
    );
  await app.startAllMicroservices();
  const health = app.get(Health);
  const joined = busServer.joined.then(() => health.joined());
  // Usually at once; a bus that is away does not keep the desk waiting.
  await Promise.race([joined, pause(PATIENCE_MS, undefined, { ref: false })]);
  app.get(OutboxRelay).start();
  app.get(JobRunner).start();
  log.info({ url: await app.getUrl() }, 'listening');

  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopInOrder(app, log));
  return { app, url: await app.getUrl(), stop };
}

/** Runs a service as the process (with `--rebuild` it makes its projections anew): stops in order on SIGINT and SIGTERM, and when its parent is gone. */
export async function runService<Store>(
  definition: ServiceDefinition<Store>,
  config: ServiceConfig,
): Promise<void> {
  const service = await bootService(definition, config, { rebuild: process.argv.includes('--rebuild') });
  const end = (): void => {
    const late = setTimeout(() => process.exit(1), STOP_DEADLINE + 5_000);
    late.unref();
    void service.stop().then(() => process.exit(process.exitCode ?? 0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.once('disconnect', end);
}

/** The steps of a microservice whose initialization was deferred; Nest has them, its interface does not. */
type Deferred = {
  registerListeners(): void;
  setIsInitialized(is: boolean): void;
  setIsInitHookCalled(was: boolean): void;
};

class Root {}

/**
 * Role and password of the service: the same in all its replicas and after a restart, when the database may listen on
 * another port, so that a desk's repeated request still finds its first answer.
 */
function secretIn(databaseUrl: string): string {
  const { username, password } = new URL(databaseUrl);
  return `${username}:${password}`;
}

/** The API lies under `/api/v1`; what machines ask for, beside it. */
export function underPrefix(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', {
    exclude: ['healthz', 'readyz', 'metrics', 'oauth/token', '.well-known/jwks.json'].map((path) => ({
      path,
      method: RequestMethod.ALL,
    })),
  });
}

async function openDoors(app: NestFastifyApplication, log: Log, isPublic: boolean): Promise<void> {
  const documents = app.get(ProblemDocuments);
  const fastify = app.getHttpAdapter().getInstance();
  // For browsers: what a service answers behind the gateway is seen by the gateway alone, which sets them itself.
  if (isPublic) await app.register(helmet, { contentSecurityPolicy: false });
  await app.register(multipart, {
    limits: { fileSize: 200 * 1024 * 1024, files: 1, fields: 20, fieldSize: 65_536 },
  });
  fastify.setReplySerializer((payload: unknown) =>
    payload instanceof Answer ? payload.body : JSON.stringify(payload),
  );
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    enterTrace(traceFrom(request.id, request.headers['traceparent']));
    void reply.header('x-request-id', String(request.id));
    done();
  });
  fastify.addHook('onResponse', requestMetrics(log));
  // Whoever sends plain text is told so, instead of what the text lacks.
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook(
    'preValidation',
    (request: FastifyRequest, _reply: FastifyReply, done: (refused?: Error) => void) =>
      done(unreadableInput(request)),
  );
  app.useGlobalFilters(new ProblemFilter(documents, log));
  app.useGlobalPipes(validationAtTheDoor());
  app.useGlobalGuards(app.get(AccessGuard));
}

/** A route that no row of the access matrix covers must not exist. */
function everyRouteHasAnOperation(app: INestApplication): void {
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype, instance } of module.controllers.values()) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (name === 'constructor' || typeof handler !== 'function') continue;
        if (Reflect.getMetadata('path', handler) === undefined) continue;
        if (operationOf(handler) === undefined && !isPlumbing(handler, metatype as object))
          throw new Error(`${metatype?.name ?? ''}.${name} names no operation: use @Does`);
      }
    }
}

function serveOpenApi<Store>(app: NestFastifyApplication, definition: ServiceDefinition<Store>): void {
  let own: ReturnType<typeof openApiOf> | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', async (_request: FastifyRequest, reply: FastifyReply) => {
      own ??= openApiOf(app, definition);
      const text = definition.openApi === undefined ? JSON.stringify(own) : await definition.openApi(own);
      return reply.header('content-type', 'application/json').send(text);
    });
}

/** Doors first, then fetching and posting, the database last; each with a deadline. */
async function stopInOrder(app: NestFastifyApplication, log: Log): Promise<void> {
  app.get(Stopping).is = true;
  app.get(EventBusServer).close();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.server.closeIdleConnections();
  await Promise.all([
    app.get(JobRunner).stop(STOP_DEADLINE / 2),
    app.get<EventBus>(BUS).stop(STOP_DEADLINE / 2),
    app.get(OutboxRelay).stop(STOP_DEADLINE / 2),
  ]);
  // A client that keeps its connection, or a request that never ends, must not keep the process.
  const cut = setTimeout(() => fastify.server.closeAllConnections(), STOP_DEADLINE / 2);
  await app.close();
  clearTimeout(cut);
  log.info('stopped');
  log.flush();
}
