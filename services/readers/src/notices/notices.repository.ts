import { sql, statementOf, violatedUnique, words, type Session } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { NOTICE_COLUMNS, NOTICE_VIEW } from './notice.row.js';
import type { NoticeView } from './notices.http.js';
import type { Due, MadeNotice } from './rules/notice.js';

type Facts = {
  readonly count: number | null;
  readonly daysLate: number | null;
  readonly dueOn: CalendarDay | null;
  readonly amountFen: number | null;
};
type Added = {
  readonly due: Due & { readonly facts: Facts };
  readonly made: readonly (MadeNotice & { readonly id: string; readonly notBefore: string })[];
  readonly on: CalendarDay;
  readonly at: Date;
};
type Again = {
  readonly id: string;
  readonly recipientId: string;
  readonly language: string;
  readonly at: Date;
  readonly by: string;
};

export type LockedNotice = NoticeView & { readonly recipientId: string };

const ADD = statementOf<Added>(
  'notices.add',
  (
    of,
  ) => sql`insert into notice (id, school_id, kind, cause_id, cause_on, subject_id, reader_id, class_id, recipient, recipient_id, channel, language,
     count, days_late, due_on, amount_fen, until_on, state, why, not_before, made_on, made_at)
   select m.id, ${of(({ due }) => due.schoolId)}::uuid, ${of(({ due }) => due.kind)}, ${of(({ due }) => due.causeId)}::uuid, ${of(({ due }) => due.causeOn)}::date,
     m."subjectId", m."readerId", m."classId", m.recipient, m."recipientId", m.channel, m.language,
     ${of(({ due }) => due.facts.count)}::int, ${of(({ due }) => due.facts.daysLate)}::int, ${of(({ due }) => due.facts.dueOn)}::date,
     ${of(({ due }) => due.facts.amountFen)}::int, ${of(({ due }) => due.untilOn)}::date, m.state, m.why, m."notBefore",
     ${of(({ on }) => on)}::date, ${of(({ at }) => at)}
   from jsonb_to_recordset(${of(({ made }) => JSON.stringify(made))}::jsonb) as m(id uuid, "subjectId" uuid, "readerId" uuid, "classId" uuid, recipient text,
     "recipientId" uuid, channel text, language text, state text, why text, "notBefore" timestamptz)
   on conflict on constraint notice_once do nothing`,
);
const LOCK = statementOf<string>(
  'notices.lock',
  (of) =>
    sql`${words(NOTICE_COLUMNS)}, n.recipient_id as "recipientId" from notice n where n.id = ${of((id) => id)} for update of n`,
);
const VIEW = statementOf<string>(
  'notices.view',
  (of) => sql`${words(NOTICE_VIEW)} where n.id = ${of((id) => id)}`,
);
const AGAIN = statementOf<Again>(
  'notices.again',
  (
    of,
  ) => sql`update notice set state = 'queued', why = null, attempts = 0, not_before = ${of(({ at }) => at)}, message_id = null,
     sending_since = null, ended_at = null, recipient_id = ${of(({ recipientId }) => recipientId)}, language = ${of(({ language }) => language)},
     changed_by = ${of(({ by }) => by)}
   where id = ${of(({ id }) => id)}`,
);
const CANCEL = statementOf<{ readonly id: string; readonly at: Date; readonly by: string }>(
  'notices.cancel',
  (
    of,
  ) => sql`update notice set state = 'cancelled', why = null, ended_at = ${of(({ at }) => at)}, changed_by = ${of(({ by }) => by)}
   where id = ${of(({ id }) => id)}`,
);
const FORGET = statementOf<{ readonly today: CalendarDay; readonly most: number }>(
  'notices.forget',
  (of) => sql`delete from notice where id in (
     select id from notice where made_on < ${of(({ today }) => today)}::date - 400 order by made_on limit ${of(({ most }) => most)})
   returning 1`,
);

/** Notices, each once for its cause, kind, subject and recipient. */
export class NoticesRepository {
  constructor(private readonly session: Session) {}

  /** Those that are there already stay as they are. */
  async add(added: Added): Promise<void> {
    if (added.made.length > 0) await this.session.rows(...ADD.with(added));
  }

  async locked(id: string): Promise<LockedNotice | null> {
    return (await this.session.rows<LockedNotice>(...LOCK.with(id)))[0] ?? null;
  }

  async view(id: string): Promise<NoticeView> {
    const [row] = await this.session.rows<NoticeView>(...VIEW.with(id));
    if (row === undefined) throw new Error('the notice is gone');
    return row;
  }

  /** False when the recipient has one of the same cause; the transaction is then lost. */
  async queueAgain(again: Again): Promise<boolean> {
    try {
      await this.session.rows(...AGAIN.with(again));
      return true;
    } catch (error) {
      if (violatedUnique(error) === 'notice_once') return false;
      throw error;
    }
  }

  async cancel(id: string, at: Date, by: string): Promise<void> {
    await this.session.rows(...CANCEL.with({ id, at, by }));
  }

  /** Removes some that are older than a year and a month. @returns how many */
  async forget(today: CalendarDay, most: number): Promise<number> {
    return (await this.session.rows(...FORGET.with({ today, most }))).length;
  }
}
