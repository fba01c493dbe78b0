import { Injectable } from '@nestjs/common';
import { Database, statement } from '@shulian/service-kit';

const DIFFERING = statement(
  'registers.differing',
  'select count(*)::int as schools, min(found_on)::text as since from register_difference',
);

/** What the last check of the registers found, in a sentence for the operator. */
@Injectable()
export class DifferingRegistersQuery {
  constructor(private readonly database: Database) {}

  async why(): Promise<string[]> {
    const [row] = await this.database.rows<{ schools: number; since: string | null }>(DIFFERING);
    return row === undefined || row.schools === 0
      ? []
      : [
          `the registers of ${String(row.schools)} schools do not agree with their copies (${row.since ?? ''})`,
        ];
  }
}
