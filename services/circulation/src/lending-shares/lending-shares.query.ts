import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { idAfter, Lists, pageOf, unknownThing, type Page } from '@shulian/service-kit';
import { LENDING_SHARE_VIEW } from './lending-share.row.js';
import type { LendingOrderView, LendingSharesAsked, LendingShareView } from './lending-shares.http.js';

const LIST = `${LENDING_SHARE_VIEW} where $1::uuid is null or s.school_id > $1 order by s.school_id limit $2`;
const ORDER = `select k.school_id as "schoolId", coalesce(o.school_ids, '{}') as "schoolIds", coalesce(o.version, 1) as version
  from known_school k left join lending_order o on o.school_id = k.school_id where k.school_id = $1`;

/** How schools lend to each other; everybody who works at one may know. */
@Injectable()
export class LendingSharesQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: LendingSharesAsked): Promise<Page<LendingShareView>> {
    const rows = await this.lists.rows<LendingShareView>(LIST, [idAfter(input.cursor), input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ schoolId }) => [schoolId],
    );
  }

  /** @throws Problem 404 for a school that is not there */
  async order(schoolId: SchoolId): Promise<LendingOrderView> {
    const [row] = await this.lists.rows<LendingOrderView>(ORDER, [schoolId]);
    if (row === undefined) throw unknownThing();
    return row;
  }
}
