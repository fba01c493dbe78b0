import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { certificateFor } from './a-certificate.builder.js';

type Got = {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
};

/** A messenger on loopback, by https with a certificate of its own; what it answers stands in the path: `/status/500`, `/silent`, `/long`. */
export class MessengerForTests {
  readonly got: Got[] = [];
  private constructor(
    private readonly server: Server,
    private readonly folder: string,
  ) {}

  static async start(): Promise<MessengerForTests> {
    const folder = await mkdtemp(join(tmpdir(), 'shulian-messenger-'));
    const { key, cert } = certificateFor('localhost');
    await writeFile(join(folder, 'ca.pem'), cert);
    const server = createServer({ key, cert });
    const messenger = new MessengerForTests(server, folder);
    server.on('request', (asked, answer) => {
      void text(asked).then((body) => {
        const path = asked.url ?? '';
        messenger.got.push({ path, headers: asked.headers, body });
        if (path === '/silent') return;
        const status = /^\/status\/(\d+)/.exec(path)?.[1];
        if (path === '/moved') answer.setHeader('location', 'https://localhost/elsewhere');
        answer.statusCode = path === '/moved' ? 302 : Number(status ?? 200);
        if (path === '/long') answer.end('x'.repeat(10_000_000));
        else
          answer.end(path === '/no' ? '{"errcode":93000,"errmsg":"invalid webhook url"}' : '{"errcode":0}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    return messenger;
  }

  get caFile(): string {
    return join(this.folder, 'ca.pem');
  }

  at(path: string): string {
    return `https://localhost:${String((this.server.address() as AddressInfo).port)}${path}`;
  }

  /** Ends what it has not answered. */
  hangUp(): void {
    this.server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.folder, { recursive: true, force: true });
  }
}
