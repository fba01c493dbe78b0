import DataLoader from 'dataloader';

/** @param trips at once @param desks that go together at most */
type Limits = { readonly trips: number; readonly desks: number };

/**
 * What several desks ask of the database in the same moment goes in one trip (speed rules: round trips are the cost).
 * A lone desk goes at once; whoever comes while all trips are under way waits for the next.
 */
export class DesksTogether<Asked, Told> {
  private readonly loader: DataLoader<Asked, Told>;
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;

  /** @param go answers in the order of the questions; when it throws, all who went along are told so */
  constructor({ trips, desks }: Limits, go: (asked: readonly Asked[]) => Promise<readonly Told[]>) {
    this.loader = new DataLoader<Asked, Told>(
      async (asked) => {
        try {
          return await go(asked);
        } finally {
          this.underWay -= 1;
          this.depart(trips);
        }
      },
      {
        cache: false,
        maxBatchSize: desks,
        // After all that this turn of the event loop brought in.
        batchScheduleFn: (leave) => {
          this.waiting.push(leave);
          setImmediate(() => this.depart(trips));
        },
      },
    );
  }

  ask(asked: Asked): Promise<Told> {
    return this.loader.load(asked);
  }

  private depart(trips: number): void {
    while (this.underWay < trips) {
      const leave = this.waiting.shift();
      if (leave === undefined) return;
      this.underWay += 1;
      leave();
    }
  }
}
