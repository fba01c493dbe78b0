import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

/** Sends bytes as no client library would, each part in a packet of its own, and reads what comes until the other side ends the connection. */
export async function rawRequest(url: string, ...parts: readonly (Buffer | string)[]): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined); // what came before it counts
  let answer = '';
  socket.on('data', (piece: Buffer) => (answer += piece.toString('utf8')));
  const closed = once(socket, 'close');
  for (const part of parts) {
    socket.write(part);
    await Promise.race([closed, pause(30)]);
  }
  await closed;
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    ),
    text: rest.join('\r\n\r\n'),
  };
}

/** `GET` of a target written as it is, UTF-8 or bytes. */
export const rawGet = (url: string, target: Buffer | string, authorization?: string): Promise<RawAnswer> =>
  rawRequest(
    url,
    Buffer.concat([
      Buffer.from('GET '),
      Buffer.isBuffer(target) ? target : Buffer.from(target, 'utf8'),
      Buffer.from(
        ` HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${authorization === undefined ? '' : `authorization: ${authorization}\r\n`}\r\n`,
      ),
    ]),
  );
