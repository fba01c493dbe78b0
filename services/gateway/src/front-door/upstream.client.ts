import type { IncomingMessage } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { Pool } from 'undici';
import { codeOf, Problem, type ServiceStanding } from '@shulian/service-kit';
import { services, type ServiceName } from './routing-table.js';

type Headers = Record<string, string | string[]>;
export type Asked = {
  readonly method: string;
  /** path and query, as the client wrote them */
  readonly path: string;
  readonly headers: Headers;
  readonly body: Buffer | null;
};
export type Answered<Body> = {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Body;
};

const CONNECT_WITHIN = 2_000;
const UPLOAD_WITHIN = 900_000;
const RETRY_AFTER_SECONDS = 2;

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

/** The connections to one service: some for short questions, others for uploads and streams, so that none waits for them. */
export class Upstream {
  private readonly quick: Pool;
  private readonly slow: Pool;

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
    this.quick = new Pool(url, { ...shared, connections: 32, pipelining: 1 });
    this.slow = new Pool(url, { ...shared, connections: 256, pipelining: 1 });
  }

  /**
   * Asks and waits for the whole answer. A read that lost its connection is asked once more; a write never is: nobody
   * can tell whether it was done, and the client has an idempotency key.
   * @throws Problem 503 `service.away`
   */
  async ask(asked: Asked): Promise<Answered<Buffer>> {
    try {
      return await this.askOnce(asked);
    } catch (error) {
      const isRead = asked.method === 'GET' || asked.method === 'HEAD';
      if (!isRead || !isLostConnection(error)) throw problemOf(error);
      return this.askOnce(asked).catch((again: unknown) => {
        throw problemOf(again);
      });
    }
  }

  private askOnce({ method, path, headers, body }: Asked): Promise<Answered<Buffer>> {
    return new Promise((resolve, reject) => {
      let status = 0;
      let answered: Answered<Buffer>['headers'] = {};
      const chunks: Buffer[] = [];
      this.quick.dispatch(
        {
          method,
          path,
          headers,
          body,
          headersTimeout: this.answerWithinMs,
          bodyTimeout: this.answerWithinMs,
        },
        {
          // Named although empty: undici takes a handler without it for one of its older kind.
          onRequestStart: () => undefined,
          onResponseStart: (_controller, code, its) => {
            status = code;
            answered = its;
          },
          onResponseData: (_controller, chunk) => {
            chunks.push(chunk);
          },
          onResponseEnd: () => {
            if (isClosing(status, answered)) return reject(serviceAway());
            const [only] = chunks;
            const whole = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
            resolve({ status, headers: answered, body: whole });
          },
          onResponseError: (_controller, error) => reject(error),
        },
      );
    });
  }

  /** Passes a body on as it comes and gives the answer as it comes; ends when either side goes away. */
  async stream(
    asked: Omit<Asked, 'body'> & { readonly body: Readable | Buffer | null },
    client: IncomingMessage,
  ): Promise<Answered<Readable>> {
    const gone = new AbortController();
    const { socket } = client;
    const leave = (): void => gone.abort();
    socket.once('close', leave);
    // A stream of its own: undici destroys a body it cannot send, and the client's connection must live to hear of it.
    const upload = asked.body instanceof Readable ? asked.body.pipe(new PassThrough()) : null;
    try {
      const { statusCode, headers, body } = await this.slow.request({
        method: asked.method,
        path: asked.path,
        headers: asked.headers,
        body: upload ?? (asked.body as Buffer | null),
        signal: gone.signal,
        headersTimeout: Math.max(this.answerWithinMs, UPLOAD_WITHIN),
        // A stream of events is silent for as long as nothing happens.
        bodyTimeout: 0,
      });
      body.once('close', () => socket.off('close', leave));
      if (isClosing(statusCode, headers)) {
        await body.dump();
        throw serviceAway();
      }
      return { status: statusCode, headers, body };
    } catch (error) {
      socket.off('close', leave);
      if (upload !== null) client.unpipe(upload).resume();
      throw problemOf(error);
    }
  }

  /** How the service says it stands; away when it does not answer within a second and a half. */
  async standing(): Promise<ServiceStanding> {
    try {
      const { statusCode, body } = await this.quick.request({
        method: 'GET',
        path: '/readyz',
        signal: AbortSignal.timeout(1_500),
      });
      const { status } = (await body.json()) as { status?: unknown };
      if (statusCode !== 200) return 'away';
      return status === 'degraded' ? 'degraded' : 'ready';
    } catch {
      return 'away';
    }
  }

  /** @throws Problem 503 */
  async json(path: string): Promise<unknown> {
    const { status, body } = await this.ask({
      method: 'GET',
      path,
      headers: { accept: 'application/json' },
      body: null,
    });
    if (status !== 200) throw serviceAway();
    return JSON.parse(body.toString('utf8'));
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

export function upstreamsOf(urls: Readonly<Record<ServiceName, string>>, answerWithinMs: number): Upstreams {
  return new Map(services.map((service) => [service, new Upstream(service, urls[service], answerWithinMs)]));
}
