import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import {
  allOf,
  Clock,
  idAfter,
  Lists,
  pageOf,
  sql,
  unknownThing,
  words,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import { MISSING, VIEW_FROM, VIEW_ON } from './transfer.row.js';
import {
  toTransferView,
  type TransferRow,
  type TransfersAsked,
  type TransferView,
} from './transfers.http.js';

/** The schools that a transfer concerns. */
export const seesTransfer = (
  { reach }: Caller,
  {
    owningSchoolId,
    fromSchoolId,
    toSchoolId,
  }: Pick<TransferView, 'owningSchoolId' | 'fromSchoolId' | 'toSchoolId'>,
): boolean => [owningSchoolId, fromSchoolId, toSchoolId].some((schoolId) => reachesSchool(reach, schoolId));

/** What is read of transfers on a day, up to the conditions. */
export const viewOn = (today: CalendarDay): Sql => sql`${words(VIEW_ON)}${today}${words(VIEW_FROM)}`;

function sideOf(side: TransfersAsked['side'], schoolId: SchoolId): Sql {
  switch (side) {
    case 'from':
      return sql`t.from_school_id = ${schoolId}`;
    case 'to':
      return sql`t.to_school_id = ${schoolId}`;
    case 'owner':
      return sql`t.owning_school_id = ${schoolId}`;
    case undefined:
      return sql`(t.from_school_id = ${schoolId} or t.to_school_id = ${schoolId} or t.owning_school_id = ${schoolId})`;
  }
}

/** Copies between schools: to be packed, on the way, missing there, ended. The newest first. */
@Injectable()
export class TransfersQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: TransfersAsked): Promise<Page<TransferView>> {
    const schoolId = caller.schoolFor(input.schoolId);
    const today = this.clock.today();
    const after = idAfter(input.cursor);
    const conditions: Sql[] = [
      sideOf(input.side, schoolId),
      ...(input.status === undefined ? [] : [sql`t.status = ${input.status}`]),
      ...(input.why === undefined ? [] : [sql`t.why = ${input.why}`]),
      ...(input.copyId === undefined ? [] : [sql`t.copy_id = ${input.copyId}`]),
      ...(input.missing === true ? [words(MISSING)] : []),
      ...(after === null ? [] : [sql`t.id < ${after}`]),
    ];
    const rows = await this.lists.rows<TransferRow>(
      ...sql`${viewOn(today)} where ${allOf(conditions)} order by t.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(rows, input.limit, toTransferView, ({ id }) => [id]);
  }

  /** @throws Problem 404 for a transfer that is none of the caller's schools' business */
  async one(caller: Caller, id: string): Promise<TransferView> {
    const [row] = await this.lists.rows<TransferRow>(
      ...sql`${viewOn(this.clock.today())} where t.id = ${id}`.numbered(),
    );
    if (row === undefined || !seesTransfer(caller, row)) throw unknownThing();
    return toTransferView(row);
  }
}
