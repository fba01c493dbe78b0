import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { Pool } from 'undici';
import { codeOf, Problem, type ReportedStanding } from '@shulian/service-kit';
import { LongSlots } from '../limits/long-slots.js';
import { clientGone, Slots } from '../limits/slots.js';
import { services, type ServiceName } from './routing-table.js';

type Headers = Record<string, string | string[]>;
export type Asked = {
  readonly method: string;
  /** path and query, as the client wrote them */
  readonly path: string;
  readonly headers: Headers;
  readonly body: Buffer | null;
  /** in place of what is usual */
  readonly withinMs?: number;
};
export type Answered<Body> = {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Body;
};

const CONNECT_WITHIN = 2_000;
const UPLOAD_WITHIN = 900_000;
/**
 * Short questions of one gateway that a service gets at once; one caller alone has half of them. All lists of a service
 * together have fewer places in it, so they never take all of these; whoever is over waits a little, in bounds.
 */
const QUICK = { slots: 64, waiting: 512, waitMs: 3_000 };
/** For our own questions, when all others are taken. */
const ASIDE = 2;
const ASIDE_WITHIN = 1_500;
const LONG = { slots: 240, perCaller: 24 };
const RETRY_AFTER_SECONDS = 2;
const LATE_WITHIN = 10_000;

/** A service is not there, or did not answer in time: the client may come again, nothing was tried twice. */
const serviceAway = (): Problem =>
  new Problem(503, 'service.away', { retryAfterSeconds: RETRY_AFTER_SECONDS });

/**
 * A service that is closing refuses what still comes in before any of our code sees it, and without a problem document:
 * it was not done, and the next instance will do it.
 */
const isClosing = (status: number, headers: Answered<unknown>['headers']): boolean =>
  status === 503 && !String(headers['content-type']).startsWith('application/problem+json');

const isLostConnection = (error: unknown): boolean =>
  ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error));
const isAbsence = (error: unknown): boolean =>
  isLostConnection(error) ||
  /^(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(codeOf(error)) ||
  /^UND_ERR_(CONNECT|HEADERS|BODY|DESTROYED|CLOSED)/.test(codeOf(error));

const AWAY: ReportedStanding = { status: 'away', why: [] };

/** The connections to one service: some for short questions, others for uploads and streams, so that none waits for them. */
export class Upstream {
  private readonly quick: Pool;
  private readonly slow: Pool;
  private readonly quickSlots = new Slots(QUICK);
  private readonly longSlots = new LongSlots(LONG);
  private asking: Promise<ReportedStanding> | undefined;
  private stoodAt = -Infinity;

  constructor(
    readonly service: ServiceName,
    url: string,
    private readonly answerWithinMs: number,
  ) {
    // Idle connections are given up before the service does it (75 s), so that no write meets a closing one.
    const shared = {
      connect: { timeout: CONNECT_WITHIN },
      keepAliveTimeout: 30_000,
      keepAliveMaxTimeout: 60_000,
    };
    this.quick = new Pool(url, { ...shared, connections: QUICK.slots, pipelining: 1 });
    this.slow = new Pool(url, { ...shared, connections: LONG.slots + ASIDE, pipelining: 1 });
  }

  /**
   * Asks and waits for the whole answer, or until the client goes away. A read that lost its connection is asked once
   * more; a write never is: nobody can tell whether it was done, and the client has an idempotency key.
   * @param caller whose share of the places it takes one of
   * @throws Problem 503 `service.away` or `service.busy`
   */
  async ask(input: Asked, client: Socket, caller: string): Promise<Answered<Buffer>> {
    const turn = this.quickSlots.enter(caller, client);
    if (turn !== null) await turn;
    try {
      return await this.askTwice(input, client);
    } finally {
      this.quickSlots.leave(caller);
    }
  }

  private async askTwice(input: Asked, client: Socket): Promise<Answered<Buffer>> {
    try {
      return await this.askOnce(input, client);
    } catch (error) {
      const isRead = input.method === 'GET' || input.method === 'HEAD';
      if (!isRead || !isLostConnection(error)) throw problemOf(error);
      return this.askOnce(input, client).catch((again: unknown) => {
        throw problemOf(again);
      });
    }
  }

  private askOnce(
    { method, path, headers, body, withinMs = this.answerWithinMs }: Asked,
    client: Socket,
  ): Promise<Answered<Buffer>> {
    return new Promise((resolve, reject) => {
      if (client.destroyed) return reject(clientGone());
      let status = 0;
      let answered: Answered<Buffer>['headers'] = {};
      const chunks: Buffer[] = [];
      let stop: (() => void) | undefined;
      const gone = (): void => {
        reject(clientGone());
        stop?.();
      };
      client.once('close', gone);
      const end = (): void => void client.off('close', gone);
      this.quick.dispatch(
        {
          method,
          path,
          headers,
          body,
          headersTimeout: withinMs,
          bodyTimeout: withinMs,
        },
        {
          onRequestStart: (controller) => {
            stop = () => controller.abort(clientGone());
            if (client.destroyed) stop();
          },
          onResponseStart: (_controller, code, its) => {
            status = code;
            answered = its;
          },
          onResponseData: (_controller, chunk) => {
            chunks.push(chunk);
          },
          onResponseEnd: () => {
            end();
            if (isClosing(status, answered)) return reject(serviceAway());
            const [only] = chunks;
            const whole = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
            resolve({ status, headers: answered, body: whole });
          },
          onResponseError: (_controller, error) => {
            end();
            reject(error);
          },
        },
      );
    });
  }

  /**
   * Passes a body on as it comes and gives the answer as it comes; ends when either side goes away.
   * @param caller whose places for long answers it takes one of
   */
  async stream(
    input: Omit<Asked, 'body' | 'withinMs'> & { readonly body: Readable | Buffer | null },
    client: IncomingMessage,
    caller: string,
  ): Promise<Answered<Readable>> {
    const leaveSlot = this.longSlots.enter(caller);
    const gone = new AbortController();
    const { socket } = client;
    const leave = (): void => gone.abort();
    socket.once('close', leave);
    // A stream of its own: undici destroys a body it cannot send, and the client's connection must live to hear of it.
    const upload = input.body instanceof Readable ? input.body.pipe(new PassThrough()) : null;
    try {
      const { statusCode, headers, body } = await this.slow.request({
        method: input.method,
        path: input.path,
        headers: input.headers,
        body: upload ?? (input.body as Buffer | null),
        signal: gone.signal,
        headersTimeout: upload === null ? this.answerWithinMs : UPLOAD_WITHIN,
        // A stream of events is silent for as long as nothing happens.
        bodyTimeout: 0,
      });
      body.once('close', () => {
        socket.off('close', leave);
        leaveSlot();
      });
      if (isClosing(statusCode, headers)) {
        await body.dump();
        throw serviceAway();
      }
      return { status: statusCode, headers, body };
    } catch (error) {
      socket.off('close', leave);
      leaveSlot();
      if (upload !== null) client.unpipe(upload).resume();
      throw problemOf(error);
    }
  }

  /**
   * How the service says it stands; asked once for all who want to know it now. Under load its answer may come late: one
   * that stood a moment ago is slow, not away.
   */
  standing(): Promise<ReportedStanding> {
    return (this.asking ??= this.askStanding().finally(() => (this.asking = undefined)));
  }

  private async askStanding(): Promise<ReportedStanding> {
    try {
      const { status, body } = await this.askAside('/readyz');
      const { status: standing, why } = body as { status?: unknown; why?: string[] };
      this.stoodAt = status === 200 ? Date.now() : -Infinity;
      if (status !== 200) return AWAY;
      return { status: standing === 'degraded' ? 'degraded' : 'ready', why: why ?? [] };
    } catch (error) {
      const isLate = (error as Error).name === 'TimeoutError' && Date.now() - this.stoodAt < LATE_WITHIN;
      return isLate ? { status: 'degraded', why: ['is slow to say how it stands'] } : AWAY;
    }
  }

  /** @throws Problem 503 */
  async json(path: string): Promise<unknown> {
    try {
      const { status, body } = await this.askAside(path);
      if (status === 200) return body;
    } catch {
      // told below
    }
    throw serviceAway();
  }

  /** A question of our own: beside the places of callers, and given up soon. */
  private async askAside(path: string): Promise<{ readonly status: number; readonly body: unknown }> {
    const { statusCode, body } = await this.slow.request({
      method: 'GET',
      path,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(ASIDE_WITHIN),
    });
    return { status: statusCode, body: await body.json() };
  }

  async close(): Promise<void> {
    await Promise.all([this.quick.destroy(), this.slow.destroy()]);
  }
}

function problemOf(error: unknown): unknown {
  if (isAbsence(error)) return serviceAway();
  if (codeOf(error) === 'UND_ERR_INVALID_ARG') return new Problem(400, 'request.unparsable');
  return error;
}

export type Upstreams = ReadonlyMap<ServiceName, Upstream>;

export function upstreamsOf(urlOf: (service: ServiceName) => string, answerWithinMs: number): Upstreams {
  return new Map(services.map((service) => [service, new Upstream(service, urlOf(service), answerWithinMs)]));
}
