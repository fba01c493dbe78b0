import { Client, Pool, type ClientConfig, type PoolConfig } from 'pg';

/**
 * A connection whose loss is said by the statement that fails, and kills nobody. A client of `pg` is an emitter: an
 * `error` that nobody hears ends the process, and there are moments in which nobody can hear it yet or any more. A pool
 * takes its own listener off when it hands a client out, and the server's last words may lie in the same packet as its
 * welcome: they are read before whoever waited for the client goes on.
 */
export class Connection extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** A pool of such connections. One that is lost while it lies idle is made again for whoever asks next. */
export function connections(config: PoolConfig, lost: (error: Error) => void = () => undefined): Pool {
  const pool = new Pool({ ...config, Client: Connection });
  pool.on('error', lost);
  return pool;
}
