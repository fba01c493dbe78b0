import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a service was asked. */
type Asked = {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly authorization: string;
};
/** A service that answers everything alike, and remembers what it was asked; `null`: never. */
export class Answering {
  input: Asked[] = [];
  answer: { readonly status: number; readonly body: unknown } | null = { status: 200, body: {} };
  /** What is answered to a path instead. */
  readonly at = new Map<string, { readonly status: number; readonly body: unknown }>();
  private readonly server: Server = createServer((request, response) => {
    void this.take(request).then((answer) => {
      if (answer !== null)
        response
          .writeHead(answer.status, {
            'content-type': typeof answer.body === 'string' ? 'text/plain' : 'application/json',
            etag: '"v7"',
          })
          .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });

  async start(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async take(request: IncomingMessage): Promise<Answering['answer']> {
    const { method = '', url = '', headers } = request;
    const body = await text(request);
    if (!url.startsWith('/api')) return { status: 200, body: { status: 'ready', paths: {} } };
    this.input.push({ method, url, body, authorization: headers.authorization ?? '' });
    return this.at.get(url) ?? this.answer;
  }
}
