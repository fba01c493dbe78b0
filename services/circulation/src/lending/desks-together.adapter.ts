import DataLoader from 'dataloader';

/** How long a trip waits for company at most, in milliseconds; it waits only when the last one had some. */
const PATIENCE = 1;

/**
 * What several desks ask of the database in the same moment goes in one trip (speed rules: round trips are the cost).
 * One trip is under way at a time. A lone desk goes at once; whoever comes while a trip is under way waits for the next,
 * which leaves as soon as as many are there as went with the last one, or when patience is over: desks that are served
 * together come back together, and without that moment the first of them would go alone.
 */
export class DesksTogether<Asked, Told> {
  private readonly loader: DataLoader<Asked, Told>;
  private readonly waiting: (() => void)[] = [];
  private underWay = false;
  private gathered = 0;
  private wentLast = 1;
  private patience: NodeJS.Timeout | undefined;

  /**
   * @param desks that go together at most
   * @param go answers in the order of the questions; when it throws, all who went along are told so
   */
  constructor(desks: number, go: (asked: readonly Asked[]) => Promise<readonly Told[]>) {
    this.loader = new DataLoader<Asked, Told>(
      async (asked) => {
        this.gathered -= asked.length;
        this.wentLast = asked.length;
        try {
          return await go(asked);
        } finally {
          this.underWay = false;
          this.consider();
        }
      },
      {
        cache: false,
        maxBatchSize: desks,
        // After all that this turn of the event loop brought in.
        batchScheduleFn: (leave) => {
          this.waiting.push(leave);
          setImmediate(() => this.consider());
        },
      },
    );
  }

  ask(asked: Asked): Promise<Told> {
    this.gathered += 1;
    const told = this.loader.load(asked);
    if (this.patience !== undefined && this.gathered >= this.wentLast) setImmediate(() => this.consider());
    return told;
  }

  private consider(): void {
    if (this.underWay || this.waiting.length === 0) return;
    if (this.gathered >= this.wentLast) this.depart();
    else
      this.patience ??= setTimeout(() => {
        this.patience = undefined;
        if (!this.underWay) this.depart();
      }, PATIENCE);
  }

  private depart(): void {
    clearTimeout(this.patience);
    this.patience = undefined;
    const leave = this.waiting.shift();
    if (leave === undefined) return;
    this.underWay = true;
    leave();
  }
}
