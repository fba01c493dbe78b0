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
/** Along the index of the shelf: what stands elsewhere is passed over. */
const COPIES = `${WITH_TITLE}
  where c.school_id = $1 and c.stock_state <> 'withdrawn'
    and c.location_id in (select b.id from location b where b.school_id = $1 and $2 = any(b.ancestors))
    and ($3::uuid is null or (filing_key(c.call_number) collate "C", c.id)
      > ((select filing_key(k.call_number) collate "C" from copy k where k.id = $3), $3))
  order by filing_key(c.call_number) collate "C", c.id limit $4`;

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
    const rows = await this.lists.rows<ListedRow>(COPIES, [
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
