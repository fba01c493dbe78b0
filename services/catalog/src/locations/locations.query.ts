import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  numberAfter,
  pageOf,
  queryId,
  unknownThing,
  type Page,
} from '@shulian/service-kit';
import type { CopyId, LocationId, SchoolId } from '@shulian/contracts/ids';
import { toCopyListed, WITH_TITLE, type ListedRow } from '../accession/copies.query.js';
import type { CopyListed } from '../accession/copies.http.js';
import { LOCATION_COLUMNS, toLocation, type LocationRow } from './location.row.js';
import {
  toLocationView,
  toTreeLineView,
  type LocationLine,
  type LocationsAsked,
  type LocationView,
} from './locations.http.js';
import { treeOf } from './rules/location-tree.js';

/** Copies that were withdrawn stand nowhere, whatever place they had. */
const TREE = `select ${LOCATION_COLUMNS}, coalesce(s.volumes, 0) as volumes
  from location p
  left join lateral (
    select count(*)::int as volumes from copy c where c.location_id = p.id and c.stock_state <> 'withdrawn') s on true
  where p.school_id = $1 and ($2 or not p.closed) and ($3::uuid is null or $3 = any(p.ancestors))`;
const ORDER = `filing_key(c.call_number) collate "C", c.id`;
const PAGE = `and ($3::uuid is null or (${ORDER}) > ((select filing_key(k.call_number) collate "C" from copy k where k.id = $3), $3))
  order by ${ORDER} limit $4`;
/** Of a place with nothing below it: its copies lie in the order of the page. */
export const COPIES_OF_SHELF = `${WITH_TITLE}
  where c.school_id = $1 and c.location_id = $2 and c.stock_state <> 'withdrawn' ${PAGE}`;
/**
 * Along the index of the school, from the first copy that stands in any of the places: copies of other places between are
 * passed over, and those before it, up to all of the school, are not even read.
 */
export const COPIES_OF_PLACES = `with place as (
    select b.id from location b where b.school_id = $1 and $2 = any(b.ancestors)
  )
  ${WITH_TITLE}
  where c.school_id = $1 and c.stock_state <> 'withdrawn' and c.location_id in (select id from place)
    and filing_key(c.call_number) collate "C" >= (
      select min(f.key collate "C") from place cross join lateral (
        select filing_key(f.call_number) as key from copy f where f.location_id = place.id and f.stock_state <> 'withdrawn'
        order by filing_key(f.call_number) collate "C", f.id limit 1) f)
    ${PAGE}`;
const HAS_PARTS = 'select from location b where b.school_id = $1 and b.parent_id = $2 limit 1';

type TreeRow = LocationRow & { readonly volumes: number };

/** The places of a school, and what stands in them. */
@Injectable()
export class LocationsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async byId(id: LocationId): Promise<LocationView> {
    return toLocationView(toLocation(await this.row(id)));
  }

  /** The tree line by line; the sums of a place hold all below it, closed places or not. */
  async tree(input: LocationsAsked, schoolId: SchoolId): Promise<Page<LocationLine>> {
    const after = numberAfter(input.cursor);
    const rows = await this.lists.rows<TreeRow>(TREE, [schoolId, input.closed === true, input.under ?? null]);
    const lines = treeOf(rows.map(({ volumes, ...row }) => ({ location: toLocation(row), volumes })))
      .filter(({ location }) => input.themed !== true || location.theme !== null)
      .filter(({ location }) => input.kind === undefined || location.kind === input.kind)
      .map((line, at) => ({ line, number: at + 1 }));
    return pageOf(
      lines.filter(({ number }) => number > after).slice(0, input.limit + 1),
      input.limit,
      ({ line }) => toTreeLineView(line),
      ({ number }) => [number],
    );
  }

  /** What stands in a place and below it, in the order of the shelf. @throws Problem 404 */
  async copies(id: LocationId, input: { limit: number; cursor?: string }): Promise<Page<CopyListed>> {
    const { school_id: schoolId } = await this.row(id);
    const after = afterCursor(input.cursor, 1);
    const parts = await this.lists.rows(HAS_PARTS, [schoolId, id]);
    const rows = await this.lists.rows<ListedRow>(parts.length > 0 ? COPIES_OF_PLACES : COPIES_OF_SHELF, [
      schoolId,
      id,
      after === null ? null : (queryId<CopyId>('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(rows, input.limit, toCopyListed, (row) => [row.id]);
  }

  private async row(id: LocationId): Promise<LocationRow> {
    const [row] = await this.database.rows<LocationRow>(
      { name: 'locations.view', text: `select ${LOCATION_COLUMNS} from location p where p.id = $1` },
      [id],
    );
    if (row === undefined) throw unknownThing();
    return row;
  }
}
