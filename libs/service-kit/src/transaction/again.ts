import { setTimeout as pause } from 'node:timers/promises';
import { mayWorkAgain } from '../database/sql-state.js';

const TRIES = 4;

/** Does the work; after a deadlock or serialization failure again, with growing random pauses, four times in all. */
export async function againAfterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayWorkAgain(error) || attempt >= TRIES) throw error;
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}
