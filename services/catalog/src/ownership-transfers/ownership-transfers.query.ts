import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  numberAfter,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import type { OwnershipTransferId } from '@shulian/contracts/ids';
import type { TransferredCopyView, TransfersAsked, TransferView } from './ownership-transfers.http.js';

const VIEW = `select t.id, t.from_school_id as "fromSchoolId", coalesce(f.name, '') as "fromSchool",
    t.to_school_id as "toSchoolId", coalesce(s.name, '') as "toSchool", t.state as status, c.volumes, c.fen,
    t.document_number as "documentNumber", t.note, t.asked_on::text as "askedOn", t.asked_by as "askedBy",
    t.decided_on::text as "decidedOn", t.decided_by as "decidedBy", t.decision_note as reason
  from ownership_transfer t
  left join known_school f on f.school_id = t.from_school_id
  left join known_school s on s.school_id = t.to_school_id
  cross join lateral (
    select count(*)::int as volumes, coalesce(sum(c.price_fen), 0)::float8 as fen
    from ownership_transfer_copy o join copy c on c.id = o.copy_id where o.transfer_id = t.id) c`;
const BY_ID = statement('transfers.view', `${VIEW} where t.id = $1`);
/** Newest first. What the caller may not see is not there. */
const LIST = `${VIEW}
  where ($1::boolean or t.from_school_id = any($2::uuid[]) or t.to_school_id = any($2::uuid[]))
    and ($3::uuid is null
         or t.from_school_id = $3 and $4::text is distinct from 'in'
         or t.to_school_id = $3 and $4::text is distinct from 'out')
    and ($5::text is null or t.state = $5) and ($6::uuid is null or t.id < $6)
  order by t.id desc limit $7`;
const COPIES = `select c.id as "copyId", c.accession_number as "accessionNumber", c.barcode,
    concat_ws(' ', t.title, c.volume) as title, t.contributors[1] as contributor, t.publisher, c.clc,
    c.price_fen as "priceFen", n.id as "newCopyId", n.accession_number as "newAccessionNumber", n.barcode as "newBarcode"
  from ownership_transfer_copy o
  join copy c on c.id = o.copy_id
  join title t on t.id = c.title_id
  left join copy n on n.id = o.new_copy_id
  where o.transfer_id = $1 and c.accession_number > $2::int
  order by c.accession_number limit $3`;

/** One transfer as its own transaction, or anybody later, sees it. */
export const transferView = async (rows: Rows, id: OwnershipTransferId): Promise<TransferView> => {
  const [found] = await rows.rows<TransferView>(BY_ID, [id]);
  if (found === undefined) throw unknownThing();
  return found;
};

@Injectable()
export class OwnershipTransfersQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a transfer between other schools */
  async byId(caller: Caller, id: OwnershipTransferId): Promise<TransferView> {
    const found = await transferView(this.database, id);
    if (!caller.mayWorkAt(found.fromSchoolId) && !caller.mayWorkAt(found.toSchoolId)) throw unknownThing();
    return found;
  }

  /** @throws Problem 403 for a foreign school; 400 for a direction of nobody's */
  async find(caller: Caller, input: TransfersAsked): Promise<Page<TransferView>> {
    const needsSchool = input.direction !== undefined || input.schoolId !== undefined;
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<TransferView>(LIST, [
      caller.reach.county,
      [...caller.reach.schools],
      needsSchool ? caller.schoolFor(input.schoolId) : null,
      input.direction ?? null,
      input.status ?? null,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.id],
    );
  }

  async copies(
    id: OwnershipTransferId,
    input: { readonly cursor?: string; readonly limit: number },
  ): Promise<Page<TransferredCopyView>> {
    const rows = await this.lists.rows<TransferredCopyView>(COPIES, [
      id,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.accessionNumber],
    );
  }
}
