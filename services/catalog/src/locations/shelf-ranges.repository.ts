import { statement, type Session } from '@shulian/service-kit';
import type { Location } from './rules/location.js';
import type { ShelfRange } from './rules/shelf-range.js';

const EMPTY = statement('shelfRanges.empty', 'delete from shelf_range where location_id = $1');
const ADD = statement(
  'shelfRanges.add',
  `insert into shelf_range (location_id, number, school_id, from_class, to_class, directions_zh, directions_en)
   select $1, n.at, $2, n.from_class, n.to_class, n.zh, n.en
   from unnest($3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as n (from_class, to_class, zh, en, at)`,
);

/** The classes of a place; its tree is locked by whoever writes here. */
export class ShelfRangesRepository {
  constructor(private readonly session: Session) {}

  async replace({ id, schoolId }: Location, ranges: readonly ShelfRange[]): Promise<void> {
    await this.session.rows(EMPTY, [id]);
    await this.session.rows(ADD, [
      id,
      schoolId,
      ranges.map(({ fromClass }) => fromClass),
      ranges.map(({ toClass }) => toClass),
      ranges.map(({ directionsZh }) => directionsZh),
      ranges.map(({ directionsEn }) => directionsEn),
    ]);
  }
}
