import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  FileStore,
  Lists,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type OpenFile,
  type Page,
} from '@shulian/service-kit';
import type { IssueListId, SchoolId, VendorId } from '@shulian/contracts/ids';
import type {
  IssueListsAsked,
  IssueListView,
  MarketBy,
  MarketSharesAsked,
  MarketShareView,
} from './vendor-market.http.js';

const VENDOR = statement(
  'vendor-market.vendor',
  'select school_id as "schoolId", name from vendor where id = $1',
);
const FILE = statement(
  'vendor-market.file',
  'select school_id as "schoolId", file_id as "fileId" from issue_list where id = $1',
);
const LISTS = `select id, vendor_id as "vendorId", name, media_type as "mediaType", size, received_on::text as "receivedOn"
  from issue_list where vendor_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`;
const NAMED: Readonly<Record<MarketBy, string>> = {
  vendor: `coalesce((select coalesce(v.name, d.origin) from delivery d
      left join purchase_order o on o.id = d.order_id left join vendor v on v.id = o.vendor_id
      where d.id = b.delivery_id), '-')`,
  publisher: `coalesce((select t.publisher from title t where t.id = b.title_id), '-')`,
};
/** What the school bought between two days, by whom it bought or who published it, the largest first. */
const SHARES = (by: MarketBy): string => `with named as (
    select ${NAMED[by]} as name, b.title_id, b.volumes, b.fen
    from bought b
    where b.school_id = $1 and b.on_day between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
      and b.volumes > 0
  ), summed as (
    select name, count(distinct title_id)::int as titles, sum(volumes)::int as volumes, sum(fen) as fen
    from named group by name
  ), shared as (
    select name, titles, volumes, fen::float8 as fen,
      round(volumes * 10000.0 / sum(volumes) over ())::int as share,
      coalesce(round(fen * 10000.0 / nullif(sum(fen) over (), 0)), 0)::int as "fenShare"
    from summed
  )
  select * from shared where $4::int is null or (-volumes, name) > (-$4::int, $5::text)
  order by -volumes, name limit $6`;

/** What vendors issue, and how much of what a school buys comes from whom. */
@Injectable()
export class VendorMarketQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly files: FileStore,
  ) {}

  /** Its name. @throws Problem 404 also for a vendor of another school */
  async vendor(caller: Caller, id: VendorId): Promise<string> {
    const [vendor] = await this.database.rows<{ schoolId: string; name: string }>(VENDOR, [id]);
    if (vendor === undefined || !caller.mayWorkAt(vendor.schoolId)) throw unknownThing();
    return vendor.name;
  }

  async issueLists(input: IssueListsAsked, vendorId: VendorId): Promise<Page<IssueListView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<IssueListView>(LISTS, [
      vendorId,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (list) => list,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 also for a list of another school */
  async open(caller: Caller, id: IssueListId): Promise<OpenFile> {
    const [list] = await this.database.rows<{ schoolId: string; fileId: string }>(FILE, [id]);
    if (list === undefined || !caller.mayWorkAt(list.schoolId)) throw unknownThing();
    const file = await this.files.open(list.fileId);
    if (file === null) throw unknownThing();
    return file;
  }

  async shares(input: MarketSharesAsked, schoolId: SchoolId): Promise<Page<MarketShareView>> {
    const after = afterCursor(input.cursor, 2) ?? [null, null];
    const rows = await this.lists.rows<MarketShareView>(SHARES(input.by ?? 'vendor'), [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      ...after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (share) => share,
      ({ volumes, name }) => [volumes, name],
    );
  }
}
