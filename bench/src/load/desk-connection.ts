import { connect, type Socket } from 'node:net';

export type DeskAnswer = { readonly status: number; readonly body: string };

/** The connection ended, or nothing came, before the answer was whole: nobody knows whether the request was done. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

type Waiting = { readonly resolve: (answer: DeskAnswer) => void; readonly reject: (error: Error) => void };

const HEAD_END = Buffer.from('\r\n\r\n');

/** The body of a chunked answer, or undefined while it is not whole. */
const unchunked = (bytes: Buffer): string | undefined => {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const length = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const start = lineEnd + 2;
    if (bytes.length < start + length + 2) return undefined;
    if (length === 0) return Buffer.concat(parts).toString('utf8');
    parts.push(bytes.subarray(start, start + length));
    at = start + length + 2;
  }
};

/**
 * One desk: one keep-alive connection, one request at a time. Written on the socket itself, because the driver shares
 * the cores with what it measures: a general client costs more than the whole front door. Opened on the first request
 * and again after it was lost.
 */
export class DeskConnection {
  private socket: Socket | undefined;
  private waiting: Waiting | undefined;
  private received: Buffer = Buffer.alloc(0);
  private readonly host: string;
  private readonly port: number;

  constructor(
    url: string,
    private readonly answerWithinMs = 30_000,
  ) {
    const { hostname, port } = new URL(url);
    this.host = hostname;
    this.port = Number(port);
  }

  /** @throws NoAnswer */
  post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<DeskAnswer> {
    let head = `POST ${path} HTTP/1.1\r\nhost: ${this.host}:${this.port}\r\ncontent-type: application/json\r\n`;
    for (const [name, value] of Object.entries(headers)) head += `${name}: ${value}\r\n`;
    return this.send(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private send(request: string): Promise<DeskAnswer> {
    if (this.waiting !== undefined) throw new Error('a desk asks one thing at a time');
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket ??= this.open();
      this.socket.write(request);
    });
  }

  private open(): Socket {
    const socket = connect({ host: this.host, port: this.port, noDelay: true });
    this.received = Buffer.alloc(0);
    socket.setTimeout(this.answerWithinMs);
    socket.on('data', (chunk: Buffer) => {
      this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
      this.look();
    });
    const lost = (why: string) => (): void => {
      if (this.socket !== socket) return;
      this.socket = undefined;
      socket.destroy();
      const waiting = this.waiting;
      this.waiting = undefined;
      waiting?.reject(new NoAnswer(why));
    };
    socket.on('error', lost('the connection broke'));
    socket.on('close', lost('the connection was closed'));
    socket.on('timeout', () => {
      if (this.waiting !== undefined) lost('no answer in time')();
    });
    return socket;
  }

  private look(): void {
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd).toLowerCase();
    const rest = this.received.subarray(headEnd + HEAD_END.length);
    const body = /\r\ntransfer-encoding: *chunked/.test(head) ? unchunked(rest) : this.sized(head, rest);
    if (body === undefined) return;
    const waiting = this.waiting;
    this.waiting = undefined;
    this.received = Buffer.alloc(0);
    if (/\r\nconnection: *close/.test(head)) this.close();
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }

  private sized(head: string, rest: Buffer): string | undefined {
    const length = Number(/\r\ncontent-length: *(\d+)/.exec(head)?.[1] ?? 0);
    return rest.length < length ? undefined : rest.toString('utf8', 0, length);
  }

  close(): void {
    const { socket } = this;
    this.socket = undefined;
    socket?.destroy();
  }
}
