import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const LOOK_EVERY_MS = 200;

/** Looks at the positions of all groups while everything is being killed: none may ever move back (I7). */
export class OffsetWatch {
  readonly movedBack: string[] = [];
  looks = 0;
  private readonly highest = new Map<string, bigint>();

  constructor(
    private readonly ownerUrl: () => string,
    private readonly isOver: () => boolean,
  ) {}

  async run(): Promise<void> {
    while (!this.isOver()) {
      const client = new Client({ connectionString: this.ownerUrl(), connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        while (!this.isOver()) {
          await this.look(client);
          await sleep(LOOK_EVERY_MS);
        }
      } catch {
        await sleep(LOOK_EVERY_MS); // PostgreSQL was killed: once more when it is back
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  private async look(client: Client): Promise<void> {
    const { rows } = await client.query<{ lane: string; committed: string }>(
      `select grp || ' ' || topic || '/' || part as lane, committed from bus.grp`,
    );
    this.looks += 1;
    for (const { lane, committed } of rows) {
      const before = this.highest.get(lane) ?? 0n;
      const now = BigInt(committed);
      if (now < before) this.movedBack.push(`${lane}: ${before} → ${now}`);
      else this.highest.set(lane, now);
    }
  }
}
