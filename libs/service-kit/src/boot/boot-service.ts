import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { RequestMethod, type INestApplication } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Catch, type ArgumentsHost, type RpcExceptionFilter } from '@nestjs/common';
import { throwError, type Observable } from 'rxjs';
import { isInternalRoute, operationOf } from '../access/access.guard.js';
import { ConsumerWatch } from '../bus/consumer-watch.js';
import type { EventBus } from '../bus/event-bus.js';
import { EventBusServer } from '../inbox/event-bus-server.js';
import { Database } from '../database/database.js';
import { refuseOtherSecrets } from '../database/lasting-secrets.js';
import { rebuildProjections } from '../replay/rebuild-projections.js';
import { armKillPoint } from '../bus/kill-point.js';
import type { ServiceConfig } from '../config/service.config.js';
import { Health } from '../health/health.js';
import { setBodyHashSecret } from '../http/once.js';
import { setCursorSecret } from '../http/page.js';
import { JobRunner } from '../jobs/job-runner.js';
import { nestLogger, type Log } from '../log/logger.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { OncePerDay } from '../schedules/once-per-day.js';
import { HeardWatermarksOn } from '../watermarks/heard-watermarks.js';
import { WatermarkReader } from '../watermarks/watermark-reader.js';
import { openApiOf } from './open-api.js';
import { openDoors } from './open-doors.js';
import { serverOptions } from './server-options.js';
import type { ServiceDefinition } from './service-definition.js';
import { ServiceKitModule, Stopping } from './service-kit.module.js';
import { BUS, LOG } from '../config/tokens.js';

const STOP_DEADLINE = 20_000;
const MAX_WAIT_MS = 5_000;

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
export async function bootService(
  definition: ServiceDefinition,
  config: ServiceConfig,
  how: HowToBoot = {},
): Promise<RunningService> {
  armKillPoint(config.SHULIAN_CRASH_AT);
  const secret = secretIn(config.SERVICE_DATABASE_URL);
  setBodyHashSecret(secret);
  setCursorSecret(secret);
  const adapter = new FastifyAdapter(serverOptions);
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: Root, imports: [ServiceKitModule.for({ definition, config }), definition.module] },
    adapter,
    { bufferLogs: true, abortOnError: false },
  );
  const log = app.get<Log>(LOG);
  app.useLogger(nestLogger(log));
  await openDoors(app, log, definition);
  const busServer = app.get<EventBusServer>(EventBusServer);
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
  try {
    await openAndJoin(app, definition, config, { ...how, busServer });
  } catch (error) {
    // What has been opened so far would keep the process.
    await stopInOrder(app, log).catch((err: unknown) => log.error({ err }, 'not all was stopped'));
    throw error;
  }
  const url = await app.getUrl();
  // Nest names a loopback address for "every address", which is not where others find us.
  log.info({ url: url.replace(/(?<=^http:\/\/)[^/]+(?=:\d+$)/, config.HOST) }, 'listening');

  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopInOrder(app, log));
  return { app, url, stop };
}

/** Opens the door, joins the bus, and sets to work. */
async function openAndJoin(
  app: NestFastifyApplication,
  definition: ServiceDefinition,
  config: ServiceConfig,
  { rebuild, busServer }: HowToBoot & { readonly busServer: EventBusServer },
): Promise<void> {
  underPrefix(app);
  await app.init();
  await refuseOtherSecrets(app.get(Database), definition.lastingSecrets?.() ?? {});
  everyRouteHasAnOperation(app);
  serveOpenApi(app, definition);
  await app.listen(config.PORT, config.HOST);
  if (rebuild === true) await rebuildProjections(app.get(Database), busServer, definition.projections ?? []);
  await app.startAllMicroservices();
  const health = app.get(Health);
  const joined = busServer.joined.then(() => health.joined());
  // Usually at once; a bus that is away does not keep the desk waiting.
  await Promise.race([joined, pause(MAX_WAIT_MS, undefined, { ref: false })]);
  app.get(ConsumerWatch).start();
  app.get(WatermarkReader).start(app.get(HeardWatermarksOn).on);
  app.get(OutboxRelay).start();
  app.get(JobRunner).start();
  app.get(OncePerDay).start();
}

/**
 * Runs a service as the process: stops in order on SIGINT and SIGTERM, and when its parent is gone. With `--rebuild` it
 * makes its projections anew; with `--empty-projections` it throws them away and ends, and the next start makes them.
 */
export async function runService(definition: ServiceDefinition, config: ServiceConfig): Promise<void> {
  const emptied = process.argv.includes('--empty-projections');
  const service = await bootService(definition, config, {
    rebuild: emptied || process.argv.includes('--rebuild'),
  });
  if (emptied) return service.stop().then(() => process.exit(0));
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

/** A route that no row of the access matrix covers must not exist. */
function everyRouteHasAnOperation(app: INestApplication): void {
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype, instance } of module.controllers.values()) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (name === 'constructor' || typeof handler !== 'function') continue;
        if (Reflect.getMetadata('path', handler) === undefined) continue;
        if (operationOf(handler) === undefined && !isInternalRoute(handler, metatype as object))
          throw new Error(`${metatype?.name ?? ''}.${name} names no operation: use @Does`);
      }
    }
}

function serveOpenApi(app: NestFastifyApplication, definition: ServiceDefinition): void {
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
  app.get(ConsumerWatch).stop();
  app.get(EventBusServer).close();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.server.closeIdleConnections();
  const late = pause(STOP_DEADLINE / 2, undefined, { ref: false });
  await Promise.all([
    app.get(JobRunner).stop(STOP_DEADLINE / 2),
    app.get(OncePerDay).stop(STOP_DEADLINE / 2),
    app.get(OutboxRelay).stop(STOP_DEADLINE / 2),
    Promise.race([app.get(WatermarkReader).stop(), late]),
  ]);
  // After those who use it: what is opened on a bus that has stopped is closed by nobody.
  await app.get<EventBus>(BUS).stop(STOP_DEADLINE / 2);
  // A client that keeps its connection, or a request that never ends, must not keep the process.
  const cut = setTimeout(() => fastify.server.closeAllConnections(), STOP_DEADLINE / 2);
  await app.close();
  clearTimeout(cut);
  log.info('stopped');
  log.flush();
}
