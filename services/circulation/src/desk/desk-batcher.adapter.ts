import DataLoader from 'dataloader';
import { isAway, type Log } from '@shulian/service-kit';

/** How long a trip waits for company at most, in milliseconds; it waits only when the last one had some. */
const MAX_WAIT_MS = 1;

/**
 * What several desks ask of the database in the same moment goes in one trip (speed rules: round trips are the cost).
 * One trip is under way at a time. A lone desk goes at once; whoever comes while a trip is under way waits for the next,
 * which leaves as soon as as many are there as went with the last one, or when it has waited long enough: desks that are served
 * together come back together, and without that moment the first of them would go alone.
 */
export class DeskBatcher<Asked, Answer> {
  private readonly loader: DataLoader<Asked, Answer>;
  private readonly waiting: (() => void)[] = [];
  private underWay = false;
  private gathered = 0;
  private wentLast = 1;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param desks that go together at most
   * @param go answers in the order of the questions; when it throws, all who went along are told so
   */
  constructor(desks: number, go: (input: readonly Asked[]) => Promise<readonly Answer[]>) {
    this.loader = new DataLoader<Asked, Answer>(
      async (input) => {
        this.gathered -= input.length;
        this.wentLast = input.length;
        try {
          return await go(input);
        } finally {
          this.underWay = false;
          this.flushIfDue();
        }
      },
      {
        cache: false,
        maxBatchSize: desks,
        // After all that this turn of the event loop brought in.
        batchScheduleFn: (leave) => {
          this.waiting.push(leave);
          setImmediate(() => this.flushIfDue());
        },
      },
    );
  }

  ask(input: Asked): Promise<Answer> {
    this.gathered += 1;
    const told = this.loader.load(input);
    if (this.timer !== undefined && this.gathered >= this.wentLast) setImmediate(() => this.flushIfDue());
    return told;
  }

  private flushIfDue(): void {
    if (this.underWay || this.waiting.length === 0) return;
    if (this.gathered >= this.wentLast) this.flush();
    else
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        if (!this.underWay) this.flush();
      }, MAX_WAIT_MS);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const leave = this.waiting.shift();
    if (leave === undefined) return;
    this.underWay = true;
    leave();
  }
}

/** Desks, or books of one desk, that share a trip at most; a class comes back in one. */
export const DESKS_OF_A_TRIP = 100;

/**
 * What one of them is to blame for must not befall the others: each is then done alone. A database that is away is no
 * one's fault. @throws Error when it is away
 */
export function eachAlone<Answer>(log: Log, err: unknown, input: readonly unknown[], told: Answer): Answer[] {
  if (isAway(err)) throw err;
  log.warn({ err, desks: input.length }, 'a trip of several desks failed, each is served alone');
  return input.map(() => told);
}
