import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { connections } from './connection.js';

const message = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const WELCOME = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))];
const LAST_WORDS = message(
  'E',
  Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'),
);

/** A server that speaks as much of the protocol as a connection needs, and dies when it likes. */
async function dyingServer(says: (socket: Socket, heard: number) => void): Promise<Server> {
  const server = createServer((socket) => {
    let heard = 0;
    socket.on('error', () => undefined);
    socket.on('data', () => {
      heard += 1;
      says(socket, heard);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('a pool of connections', () => {
  let server: Server;
  let pool: Pool;
  afterEach(async () => {
    await pool.end();
    server.close();
  });
  const toServer = (says: (socket: Socket, heard: number) => void): Promise<void> =>
    dyingServer(says).then((made) => {
      server = made;
      const { port } = made.address() as AddressInfo;
      pool = connections({ connectionString: `postgres://one@127.0.0.1:${port}/one`, max: 1 });
    });

  it('outlives a server whose last words come with its welcome', async () => {
    await toServer((socket) => socket.end(Buffer.concat([...WELCOME, LAST_WORDS])));
    // The client is handed out: that it is lost is what the first statement says.
    const client = await pool.connect();
    await expect(client.query('select')).rejects.toThrow();
    client.release();
  });

  it('outlives a server that says them again and again while a statement runs, and when the client was given back', async () => {
    await toServer((socket, heard) => {
      if (heard === 1) socket.write(Buffer.concat(WELCOME));
      else socket.end(Buffer.concat([LAST_WORDS, LAST_WORDS, LAST_WORDS]));
    });
    await expect(pool.query('select')).rejects.toThrow('unexpected postmaster exit');
  });

  it('makes a lost connection again for whoever asks next', async () => {
    let dying = true;
    await toServer((socket, heard) => {
      if (heard === 1) socket.write(Buffer.concat(WELCOME));
      else if (dying) socket.end(LAST_WORDS);
      else
        socket.write(
          Buffer.concat([message('C', Buffer.from('SELECT 0\0')), message('Z', Buffer.from('I'))]),
        );
    });
    await expect(pool.query('select')).rejects.toThrow();
    dying = false;
    await expect(pool.query('select')).resolves.toMatchObject({ command: 'SELECT' });
  });
});
