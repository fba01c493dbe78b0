import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

type Job = {
  readonly id: string;
  readonly status: string;
  readonly result: Readonly<Record<string, unknown>> | null;
};

/** The gateway as one account sees it, for what is done before anything is measured. */
export class PublicApi {
  private token: string | undefined;

  constructor(
    readonly url: string,
    private readonly username: string,
    private readonly password: string,
  ) {}

  async accessToken(): Promise<string> {
    if (this.token === undefined) {
      const session = await this.send<{ accessToken: string }>('POST', '/api/v1/sessions', {
        body: JSON.stringify({ username: this.username, password: this.password }),
        headers: { 'content-type': 'application/json' },
      });
      this.token = session.accessToken;
    }
    return this.token;
  }

  async get<T>(path: string): Promise<T> {
    return this.send('GET', path, { headers: await this.signedIn() });
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.send('POST', path, {
      body: JSON.stringify(body),
      headers: {
        ...(await this.signedIn()),
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
    });
  }

  /** Uploads a file and follows its job to the end. @throws Error when it rejected anything */
  async import(
    path: string,
    fileName: string,
    content: Buffer,
    fields: Readonly<Record<string, string>>,
  ): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(content)]), fileName);
    const headers = { ...(await this.signedIn()), 'idempotency-key': randomUUID() };
    let job = await this.send<Job>('POST', path, { body: form, headers });
    while (job.status === 'queued' || job.status === 'running') {
      await sleep(100);
      job = await this.get<Job>(`/api/v1/jobs/${job.id}`);
    }
    if (job.status !== 'succeeded' || job.result?.['rejected'] !== 0)
      throw new Error(`import of ${fileName} ${job.status}: ${JSON.stringify(job.result)}`);
  }

  private async signedIn(): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.accessToken()}` };
  }

  private async send<T>(
    method: string,
    path: string,
    input: { readonly body?: string | FormData; readonly headers: Record<string, string> },
  ): Promise<T> {
    for (let again = 0; ; again += 1) {
      const answer = await fetch(`${this.url}${path}`, {
        method,
        headers: { accept: 'application/json', ...input.headers },
        ...(input.body === undefined ? {} : { body: input.body }),
      });
      const text = await answer.text();
      if ((answer.status === 429 || answer.status === 503) && again < 30) {
        await sleep(1_000);
        continue;
      }
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
      return JSON.parse(text) as T;
    }
  }
}
