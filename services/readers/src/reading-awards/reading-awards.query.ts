import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, Transaction, type Caller, type Page } from '@shulian/service-kit';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { AWARD_VIEW } from './reading-award.row.js';
import type { AwardsAsked, AwardView } from './reading-awards.http.js';

/** The school of a class stands beside it, so that each way to a row is one of an index. */
const LIST = `${AWARD_VIEW}
  where ($1::boolean or a.school_id = any($2::uuid[]) or a.reader_id = any($4::uuid[])
      or (a.school_id = any($12::uuid[]) and r.class_id = any($3::uuid[])))
    and ($5::uuid is null or a.reader_id = $5) and ($6::uuid is null or r.class_id = $6)
    and a.given_on between coalesce($7::date, '-infinity') and coalesce($8::date, 'infinity')
    and ($9::date is null or (a.given_on, a.id) < ($9::date, $10::uuid))
  order by a.given_on desc, a.id desc limit $11`;

/** Awards as far as the caller reaches, the newest first; each one shown is in the log of reads of personal data. */
@Injectable()
export class ReadingAwards {
  constructor(
    private readonly lists: Lists,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, input: AwardsAsked): Promise<Page<AwardView>> {
    const { county, schools, classes, readers } = caller.reach;
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<AwardView>(LIST, [
      county,
      [...schools],
      [...classes.keys()],
      [...readers],
      input.readerId ?? null,
      input.classId ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
      [...classes.values()],
    ]);
    const page = pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ givenOn, id }) => [givenOn, id],
    );
    const seen = page.items.map(({ readerId, schoolId }) => ({ id: readerId, schoolId }));
    if (seen.length > 0)
      await this.transaction.run((tx) =>
        logSight(tx, this.clock.now(), caller, 'reading-awards.list', ...seen),
      );
    return page;
  }
}
