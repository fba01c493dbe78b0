import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '@shulian/service-kit';

const FRESH_FOR = 5_000;

/** The schools of the county, from memory; looked up again now and then, because a county rarely gets a new one. */
@Injectable()
export class SchoolsOfCounty implements OnApplicationBootstrap {
  private ids: readonly string[] = [];
  private readAt = 0;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.known();
  }

  /** What is known now; a look behind the scenes keeps it fresh. */
  known(): readonly string[] {
    if (performance.now() - this.readAt > FRESH_FOR) void this.read().catch(() => undefined);
    return this.ids;
  }

  async read(): Promise<void> {
    this.readAt = performance.now();
    const rows = await this.database.rows<{ school_id: string }>('select school_id from known_school');
    this.ids = rows.map((row) => row.school_id);
  }
}
