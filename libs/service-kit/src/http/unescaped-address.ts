import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { plainUrl } from './plain-url.js';

/**
 * Node's parser refuses an address with bytes beyond ASCII before anything of ours sees it; `curl '…?q=草房'` sends just
 * that. What is UTF-8 is written with percent signs and given to the server once more.
 *
 * @param packet what the parser was given when it refused
 * @returns false: it cannot be read
 */
export function readAgain(server: Server, socket: Socket, packet: Buffer | undefined): boolean {
  // An answer to an earlier request on this connection is still being given.
  if (packet === undefined || (socket as { _httpMessage?: unknown })._httpMessage) return false;
  const plain = withPlainAddress(packet);
  if (plain === null) return false;
  for (const event of ['data', 'end', 'drain']) socket.removeAllListeners(event);
  server.emit('connection', new ReadAgain(socket, plain));
  return true;
}

/** The same request with a plain address, and as the last one of its connection. */
function withPlainAddress(packet: Buffer): Buffer | null {
  const end = packet.indexOf('\r\n');
  const line = packet.toString('latin1', 0, end < 0 ? 0 : end);
  const [, method = '', written = '', version = ''] = /^([A-Z]+) ([^ ]+) (HTTP\/1\.[01])$/.exec(line) ?? [];
  const address = plainUrl(written);
  if (address === null || address === written) return null;
  const rest = packet.subarray(end);
  return Buffer.concat([Buffer.from(`${method} ${address} ${version}\r\nconnection: close`), rest]);
}

/** A connection that begins with other bytes than it did. */
class ReadAgain extends Duplex {
  readonly remoteAddress: string | undefined;
  readonly remotePort: number | undefined;

  constructor(
    private readonly socket: Socket,
    first: Buffer,
  ) {
    super({ allowHalfOpen: true });
    this.remoteAddress = socket.remoteAddress;
    this.remotePort = socket.remotePort;
    this.push(first);
    socket.on('data', (bytes: Buffer) => {
      if (!this.push(bytes)) socket.pause();
    });
    socket.on('end', () => this.push(null));
    socket.on('error', (error) => this.destroy(error));
    socket.on('close', () => this.destroy());
    socket.resume();
  }

  override _read(): void {
    this.socket.resume();
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.socket.write(bytes, done);
  }

  override _final(done: () => void): void {
    this.socket.end(done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.socket.destroy();
    done(error);
  }
}
