import { Counter } from 'prom-client';
import type { Log } from '../log/logger.js';
import { within } from '../clock/deadline.js';
import type { EventBus, Standing } from './event-bus.js';

/** How often the groups are looked at, and how long one may stand still with events waiting, in milliseconds. */
const LOOK_EVERY = 10_000;
const STANDSTILL = 120_000;

const renewed = new Counter({
  name: 'shulian_consumers_renewed_total',
  help: 'Consumers that stood still with events waiting and were made anew, by group',
  labelNames: ['group'],
});

/**
 * Notices a consumer that has events to read and does not go on, whatever the cause, and has it made anew: a client
 * library may stop without a word.
 */
export class ConsumerWatch {
  private readonly stood = new Map<string, { readonly reached: bigint; since: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly bus: Pick<EventBus, 'standing' | 'renew'>,
    private readonly log: Log,
    private readonly settings = { lookEvery: LOOK_EVERY, standstill: STANDSTILL },
  ) {}

  start(): void {
    let looking = false;
    this.timer ??= setInterval(() => {
      if (looking) return;
      looking = true;
      void this.look().finally(() => (looking = false));
    }, this.settings.lookEvery).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    let standings: ReadonlyMap<string, Standing>;
    try {
      // A question that is never answered must not be the last one.
      standings = await within(this.settings.standstill, this.bus.standing());
    } catch {
      // Bus or database is away: nobody goes on then, and a consumer made anew would not either.
      this.stood.clear();
      return;
    }
    for (const [group, { lag, reached, joined }] of standings) {
      const before = this.stood.get(group);
      // One that is joining may have to wait for the session of another one to end.
      const maxWaitMs = this.settings.standstill * (joined ? 1 : 5);
      if (lag === 0n || before?.reached !== reached) this.stood.set(group, { reached, since: Date.now() });
      else if (Date.now() - before.since >= maxWaitMs) {
        before.since = Date.now();
        renewed.inc({ group });
        const seconds = Math.round(this.settings.standstill / 1_000);
        await this.bus
          .renew(
            group,
            `${lag} events wait and none was digested for ${seconds} s: the consumer is made anew`,
          )
          .catch((err: unknown) => this.log.warn({ err, group }, 'the consumer could not be made anew'));
      }
    }
  }
}
