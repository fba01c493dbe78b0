import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export type Asked = {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, for what is no JSON. */
  readonly raw?: string;
  readonly form?: FormData;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Reason = { readonly code: string; readonly severity: string; readonly overridable: boolean };
export type Problem = {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number | string;
  readonly code?: string;
  readonly reasons?: readonly Reason[];
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
};

export type Answer<T> = {
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T & Problem;
};

export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };
export type Identified = { readonly id: string };
export type Job = {
  readonly id: string;
  readonly status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  readonly progress: { readonly done: number; readonly total: number };
  readonly result: Readonly<Record<string, number>>;
};

/** Answers of a stream are cut off after this many milliseconds without an end. */
const STREAM_SHOWN = 400;

/** The public HTTP API for one person, device or programme. Asks once: what comes back is the test's business. */
export class Caller {
  constructor(
    readonly url: string,
    readonly token: string | null = null,
  ) {}

  async ask<T = unknown>(method: string, path: string, input: Asked = {}): Promise<Answer<T>> {
    const { body, raw, form, key, headers } = input;
    const sent = form ?? raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(sent === undefined || form !== undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const text = isStream ? await beginningOf(response) : await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    return {
      request: `${method} ${path}`,
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson && text !== '' ? JSON.parse(text) : {}) as T & Problem,
    };
  }

  async get<T>(path: string): Promise<T & Problem> {
    return done(await this.ask<T>('GET', path), 200);
  }

  /** A write with a key of its own. @throws Error with the answer when it is another than 200, 201 or 202 */
  async post<T>(path: string, body: unknown): Promise<T & Problem> {
    return done(await this.ask<T>('POST', path, { body, key: randomUUID() }), 200, 201, 202);
  }

  /** Hands a file in and follows its job to the end. */
  async import(
    path: string,
    name: string,
    content: Uint8Array,
    fields: Readonly<Record<string, string>>,
  ): Promise<Job> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new Blob([new Uint8Array(content)]), name);
    let job = done(await this.ask<Job>('POST', path, { form, key: randomUUID() }), 202);
    while (job.status === 'queued' || job.status === 'running') {
      await pause(100);
      job = await this.get<Job>(`/api/v1/jobs/${job.id}`);
    }
    if (job.status !== 'succeeded') throw new Error(`${name}: ${JSON.stringify(job)}`);
    return job;
  }

  /** All pages of a list. */
  async all<T>(path: string): Promise<T[]> {
    const found: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const and = path.includes('?') ? '&' : '?';
      const page: Page<T> = await this.get<Page<T>>(
        `${path}${and}limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found;
  }
}

/** The body of an answer that had to have one of the statuses. @throws Error that shows the answer */
export function done<T>(answer: Answer<T>, ...statuses: readonly number[]): T & Problem {
  if (!statuses.includes(answer.status))
    throw new Error(`${answer.request} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Codes of the reasons to say no; a warning goes along with an answer and stops nobody. */
export const reasonsOf = ({ body }: Pick<Answer<unknown>, 'body'>): string[] =>
  (body.reasons ?? []).filter(({ severity }) => severity !== 'warn').map(({ code }) => code);

export async function signIn(url: string, username: string, password: string): Promise<Caller> {
  const stranger = new Caller(url);
  const { accessToken } = await stranger.post<{ accessToken: string }>('/api/v1/sessions', {
    username,
    password,
  });
  return new Caller(url, accessToken);
}

export type Client = { readonly clientId: string; readonly clientSecret: string };

/** Registers a programme; without a key, because the secret is shown once and no answer may remember it. */
export async function newClient(
  admin: Caller,
  scopes: readonly string[],
  schoolIds: readonly string[] | null,
): Promise<Client> {
  const body = { name: 'a programme of a journey', scopes, schoolIds };
  return done(await admin.ask<Client>('POST', '/api/v1/api-clients', { body }), 201);
}

/** A programme that signs in with client credentials. */
export async function aClient(
  admin: Caller,
  scopes: readonly string[],
  schoolIds: readonly string[] | null,
): Promise<Caller> {
  const { clientId, clientSecret } = await newClient(admin, scopes, schoolIds);
  const answer = await new Caller(admin.url).ask<{ access_token: string }>('POST', '/oauth/token', {
    raw: 'grant_type=client_credentials',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    },
  });
  return new Caller(admin.url, done(answer, 200).access_token);
}

/** Asks until the answer is as wished. @throws Error with the last answer after `withinMs` */
export async function until<T>(
  ask: () => Promise<T>,
  wished: (answer: T) => boolean,
  withinMs = 10_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (wished(answer)) return answer;
    if (performance.now() > end)
      throw new Error(`not within ${withinMs} ms; the last answer: ${JSON.stringify(answer)}`);
    await pause(100);
  }
}

async function beginningOf(response: Response): Promise<string> {
  let text = '';
  const reader = response.body?.getReader();
  const end = performance.now() + STREAM_SHOWN;
  const decoder = new TextDecoder();
  while (reader !== undefined && performance.now() < end) {
    const part = await Promise.race([reader.read(), pause(STREAM_SHOWN).then(() => null)]);
    if (part === null || part.done) break;
    text += decoder.decode(part.value, { stream: true });
  }
  await reader?.cancel();
  return text;
}
