import DataLoader from 'dataloader';

/**
 * What several desks ask of the database in the same moment goes in one trip (speed rules: round trips are the cost).
 * A lone desk goes at once; whoever comes while a trip is under way waits for the next, which then takes all of them.
 */
export class DesksTogether<Asked, Told> {
  private readonly loader: DataLoader<Asked, Told>;
  private readonly waiting: (() => void)[] = [];
  private underWay = false;

  /**
   * @param desks that go together at most
   * @param go answers in the order of the questions; when it throws, all who went along are told so
   */
  constructor(desks: number, go: (asked: readonly Asked[]) => Promise<readonly Told[]>) {
    this.loader = new DataLoader<Asked, Told>(
      async (asked) => {
        try {
          return await go(asked);
        } finally {
          this.underWay = false;
          this.depart();
        }
      },
      {
        cache: false,
        maxBatchSize: desks,
        // After all that this turn of the event loop brought in.
        batchScheduleFn: (leave) => {
          this.waiting.push(leave);
          setImmediate(() => this.depart());
        },
      },
    );
  }

  ask(asked: Asked): Promise<Told> {
    return this.loader.load(asked);
  }

  private depart(): void {
    if (this.underWay) return;
    const leave = this.waiting.shift();
    if (leave === undefined) return;
    this.underWay = true;
    leave();
  }
}
