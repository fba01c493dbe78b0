import { Injectable } from '@nestjs/common';
import type { Moment } from '@shulian/lending-rules/calendar/day';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import { Clock, Lists, statement, type Caller } from '@shulian/service-kit';
import { atDeskColumns, borrowerFrom, JOIN_READER_AND_CLASS } from '../desk/borrower-at-desk.row.js';
import type { BorrowerAtDeskRow } from '../desk/borrower-at-desk.row.js';
import { CardsAtDesk } from '../desk/cards-at-desk.step.js';
import { reachesBorrower } from '../desk/desk-rights.step.js';
import type { TitleOf } from '../desk/reason.http.js';
import { ruleStamps, SchoolRulesFacts, type RuleStamps } from '../policies/school-rules.facts.js';
import { standingAtDesk } from './rules/reader-standing.js';
import type { StandingsAsked, StandingsView, StandingView } from './standings.http.js';

type Row = BorrowerAtDeskRow & { readonly policy_stamp: number; readonly calendar_version: number };
type Seen = { readonly reader: BorrowerAtDesk; readonly stamps: RuleStamps };

/** Readers with their rows, named by ids, by class, or by the keys of one card, the desk's own school first. */
const READ = statement(
  'standings.read',
  `with card as (
     select k.reader_id, k.status from known_card k where k.card_key = any($3::text[])
     order by array_position($3::text[], k.card_key), k.status = 'active' desc limit 1
   ), asked as (
     select unnest($1::uuid[]) as reader_id union
     select reader_id from known_reader where class_id = $2 union
     select reader_id from card
   )
   select (select status from card) as card_status, ${atDeskColumns}, ${ruleStamps('r.school_id')}
   from asked join borrower b on b.borrower_id = asked.reader_id and b.kind = 'reader'
   ${JOIN_READER_AND_CLASS}
   order by b.borrower_id`,
);

/** How readers stand at the desk of their school: what they have and owe, and whether they may borrow. */
@Injectable()
export class StandingsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly cards: CardsAtDesk,
  ) {}

  /** Of those within reach; who is not is left out, as if there were no such reader. */
  async of(caller: Caller, input: StandingsAsked, titleOf: TitleOf): Promise<StandingsView> {
    const moment: Moment = { at: this.clock.instant(), on: this.clock.today(), zone: this.clock.zone };
    const seen = await this.seen(caller, input, moment);
    const items: StandingView[] = [];
    for (const { reader, stamps } of seen) {
      const rules = await new SchoolRulesFacts(this.lists).of(reader.schoolId, stamps);
      const standing = standingAtDesk(reader, rules, moment);
      items.push({
        readerId: reader.who.id,
        ...standing,
        reasons: standing.reasons.map((reason) => ({ ...reason, title: titleOf(reason.code) })),
      });
    }
    return { items };
  }

  private async seen(caller: Caller, input: StandingsAsked, { on }: Moment): Promise<Seen[]> {
    const { readerIds = [], classId = null, cardNumber } = input;
    const keys =
      cardNumber === undefined ? [] : this.cards.keysOf(caller, caller.schoolFor(input.schoolId), cardNumber);
    const rows = await this.lists.rows<Row>(READ, [readerIds, classId, keys]);
    return rows.flatMap((row) => {
      const reader = borrowerFrom(row, on);
      if (reader === null || !reachesBorrower(caller, reader)) return [];
      return [{ reader, stamps: { policy: row.policy_stamp, calendar: row.calendar_version } }];
    });
  }
}
