import type { Socket } from 'node:net';
import { Problem } from '@shulian/service-kit';
import { CountByCaller } from './count-by-caller.js';

const RETRY_AFTER_SECONDS = 2;

/** Nobody is there any more to be answered; 499 as nginx says it, seen in the measures only. */
export const clientGone = (): Problem => new Problem(499, 'request.abandoned');
/** There is no room now: nothing was done. */
export const busy = (): Problem =>
  new Problem(503, 'service.busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });

type Waiting = { readonly enter: () => void };

/**
 * How many requests a service gets at once, and how many wait for that, how long; who asks in vain hears so at once.
 *
 * Nobody takes more places than are left free, neither among those who are served nor among those who wait: one caller
 * alone has half of them, who comes next half of the rest, and so on. So no single one keeps the others out, and whoever
 * is alone loses little.
 */
export class Slots {
  private readonly taken = new CountByCaller();
  /** Who waits, by caller; the callers as their turns come, the requests of each as they came. */
  private readonly queues = new Map<string, Set<Waiting>>();
  private waiting = 0;

  constructor(
    private readonly bounds: {
      readonly slots: number;
      readonly waiting: number;
      readonly waitMs: number;
    },
  ) {}

  /**
   * A place among those who are served; give it back with `leave`. Callers who wait get places in turn; who goes away
   * meanwhile is passed over.
   * @returns null when there is one at once
   * @throws Problem 503 `service.busy`
   */
  enter(caller: string, socket: Socket): Promise<void> | null {
    if (this.mayTake(caller)) {
      this.taken.add(caller);
      return null;
    }
    const own = this.queues.get(caller)?.size ?? 0;
    if (own >= this.bounds.waiting - this.waiting) throw busy();
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        socket.off('close', gone);
        this.dequeue(caller, waiting);
      };
      const fail = (why: Problem): void => {
        end();
        reject(why);
      };
      const gone = (): void => fail(clientGone());
      const timer = setTimeout(() => fail(busy()), this.bounds.waitMs);
      const waiting: Waiting = {
        enter: () => {
          end();
          this.taken.add(caller);
          resolve();
        },
      };
      socket.once('close', gone);
      this.enqueue(caller, waiting);
    });
  }

  leave(caller: string): void {
    this.taken.remove(caller);
    for (const [next, queue] of this.queues) {
      if (this.taken.total >= this.bounds.slots) return;
      const [first] = queue;
      if (first === undefined || !this.mayTake(next)) continue;
      first.enter();
      // Whoever waits with more than one request comes again after the others, also in this round.
      if (this.queues.delete(next)) this.queues.set(next, queue);
    }
  }

  private mayTake(caller: string): boolean {
    return this.taken.of(caller) < this.bounds.slots - this.taken.total;
  }

  private enqueue(caller: string, waiting: Waiting): void {
    const queue = this.queues.get(caller) ?? new Set();
    this.queues.set(caller, queue.add(waiting));
    this.waiting += 1;
  }

  private dequeue(caller: string, waiting: Waiting): void {
    const queue = this.queues.get(caller);
    if (queue?.delete(waiting) !== true) return;
    this.waiting -= 1;
    if (queue.size === 0) this.queues.delete(caller);
  }
}
