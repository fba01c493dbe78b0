import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, queryId, type ListAsked, type Page } from '@shulian/service-kit';
import { FEATURE_ENTRIES } from './feature-entry.row.js';
import type { FeatureEntryView } from './feature-entries.http.js';

const LIST = `${FEATURE_ENTRIES} where e.resource_id = $1 and ($2::uuid is null or e.id > $2) order by e.id limit $3`;

@Injectable()
export class FeatureEntriesQuery {
  constructor(private readonly lists: Lists) {}

  /** In the order in which they were entered; whoever asks has shown that the resource is to be seen. */
  async find(resourceId: string, asked: ListAsked): Promise<Page<FeatureEntryView>> {
    const after = afterCursor(asked.cursor, 1);
    const from = after === null ? null : queryId('cursor', String(after[0]));
    const rows = await this.lists.rows<FeatureEntryView>(LIST, [resourceId, from, asked.limit + 1]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
