import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** An answer of the gateway that was not the one asked for. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    input: string,
  ) {
    super(`${input} answered ${status}${problem.code ? ` ${problem.code}` : ''}: ${JSON.stringify(problem)}`);
  }
}

export type Problem = {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly reasons?: readonly { readonly code: string; readonly severity?: string }[];
};

export type Answer<T> = { readonly status: number; readonly body: T; readonly headers: Headers };

export type Job = {
  readonly id: string;
  readonly status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  readonly progress: { readonly done: number; readonly total: number };
  readonly result: Readonly<Record<string, unknown>> | null;
};

type Asked = {
  readonly body?: unknown;
  readonly form?: FormData;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The public HTTP API as one signed-in account sees it; knows nothing that a stranger could not read in the OpenAPI document. */
export class PublicApi {
  private token: string | undefined;

  constructor(
    readonly baseUrl: string,
    private readonly credentials?: { readonly username: string; readonly password: string },
  ) {}

  /** Asks once and gives whatever came back; 429 and 503 are asked again, as they themselves say. */
  async ask<T>(method: string, path: string, { body, form, key, headers }: Asked = {}): Promise<Answer<T>> {
    if (this.credentials && !this.token) await this.signIn();
    for (let again = 0; ; again += 1) {
      const response = await fetch(`${this.baseUrl}${path}`, {
        method,
        headers: {
          accept: 'application/json',
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key ? { 'idempotency-key': key } : {}),
          ...headers,
        },
        ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.status === 401 && this.credentials && again === 0) {
        await this.signIn();
        continue;
      }
      if ((response.status === 429 || response.status === 503) && again < 30) {
        await wait(Math.min(Number(response.headers.get('retry-after') ?? 1), 5) * 1000);
        continue;
      }
      return {
        status: response.status,
        body: (text === '' ? null : JSON.parse(text)) as T,
        headers: response.headers,
      };
    }
  }

  /** Asks and insists on one of the statuses, else throws what came instead. */
  async expect<T>(
    method: string,
    path: string,
    input: Asked = {},
    statuses: readonly number[] = [200, 201, 202, 204],
  ): Promise<T> {
    const answer = await this.ask<T>(method, path, input);
    if (!statuses.includes(answer.status))
      throw new UnexpectedAnswer(answer.status, answer.body ?? {}, `${method} ${path}`);
    return answer.body;
  }

  get<T>(path: string): Promise<T> {
    return this.expect<T>('GET', path, {}, [200]);
  }

  /** A write with a key of its own, so that asking again never does it twice. */
  post<T>(path: string, body: unknown): Promise<T> {
    return this.expect<T>('POST', path, { body, key: randomUUID() });
  }

  /** Uploads a file to an import and follows its job to the end; throws when the job failed. */
  async import(
    path: string,
    file: { readonly name: string; readonly content: Buffer },
    fields: Readonly<Record<string, string>>,
    told: (progress: Job['progress']) => void = () => undefined,
  ): Promise<Job> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(file.content)]), file.name);
    let job = await this.expect<Job>('POST', path, { form, key: randomUUID() }, [202]);
    while (job.status === 'queued' || job.status === 'running') {
      await wait(100);
      job = await this.get<Job>(`/api/v1/jobs/${job.id}`);
      told(job.progress);
    }
    if (job.status !== 'succeeded')
      throw new Error(`import ${job.id} ${job.status}: ${JSON.stringify(job.result)}`);
    return job;
  }

  /** For what does not go through `ask`: the stream of events. */
  async accessToken(): Promise<string> {
    if (!this.token) await this.signIn();
    return this.token ?? '';
  }

  private async signIn(): Promise<void> {
    const response = await fetch(`${this.baseUrl}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(this.credentials),
    });
    const session = (await response.json()) as { accessToken?: string } & Problem;
    if (response.status !== 201 || !session.accessToken)
      throw new UnexpectedAnswer(response.status, session, 'POST /api/v1/sessions');
    this.token = session.accessToken;
  }
}

/** Does `work` for every item, at most `atOnce` at a time, and ends when all are done; the first failure ends it. */
export async function forEachAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: Math.min(atOnce, items.length) }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

/** Asks until `done` says so; throws with the last answer after `withinMs`. */
export async function until<T>(
  ask: () => Promise<T>,
  done: (answer: T) => boolean,
  withinMs: number,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`not within ${withinMs / 1000} s; last answer: ${JSON.stringify(answer)}`);
    await wait(150);
  }
}
