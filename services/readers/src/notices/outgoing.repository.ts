import { sql, statementOf, words, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { NoticeKind } from '@shulian/contracts/words';
import type { NoticeLanguage, Recipient } from '../notice-templates/rules/notice-template.js';
import type { NoticeLine } from '../notice-templates/rules/notice-values.js';
import type { ChannelName, NoticeState, Why } from './rules/notice.js';

/** Of one message there are so many lines at most: a class. */
const MOST_LINES = 60;

type Place = { readonly schoolId: SchoolId; readonly channel: ChannelName; readonly now: Date };
/** What goes to one recipient in one message. */
export type Bundle = {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly recipientId: string;
  readonly language: NoticeLanguage;
  readonly classId: string | null;
};
type Taken = Place & Bundle & { readonly messageId: string };
export type OutgoingLine = Omit<NoticeLine, 'className'> & { readonly classId: string | null };
type Ended = {
  readonly messageId: string;
  readonly state: NoticeState;
  readonly why: Why | null;
  readonly now: Date;
  readonly notBefore: Date;
};

/** One process at a time takes what a school sends: the limit of an hour is looked at and used up together. */
const TAKE_TURN = statementOf<SchoolId>(
  'outgoing.takeTurn',
  (of) => sql`select pg_advisory_xact_lock(hashtextextended(${of((schoolId) => schoolId)}::text, 5552))`,
);
const SENT = statementOf<Place>(
  'outgoing.sentLastHour',
  (
    of,
  ) => sql`select count(distinct message_id)::int as n from notice where school_id = ${of(({ schoolId }) => schoolId)}
     and (state = 'sending' or (state in ('sent', 'unknown') and ended_at > ${of(({ now }) => now)}::timestamptz - interval '1 hour'))`,
);
const EXPIRE = statementOf<Place & { readonly today: CalendarDay }>(
  'outgoing.expire',
  (
    of,
  ) => sql`update notice set state = 'expired', ended_at = ${of(({ now }) => now)} where school_id = ${of(({ schoolId }) => schoolId)}
     and channel = ${of(({ channel }) => channel)} and state = 'queued' and until_on < ${of(({ today }) => today)}::date`,
);
const NEXT = statementOf<Place>(
  'outgoing.next',
  (
    of,
  ) => sql`select kind, recipient, recipient_id as "recipientId", language, class_id as "classId" from notice
   where channel = ${of(({ channel }) => channel)} and school_id = ${of(({ schoolId }) => schoolId)} and state = 'queued'
     and not_before <= ${of(({ now }) => now)}
   order by not_before, id limit 1`,
);
/** Marked before it is sent: who dies in between leaves it behind as `sending`, and it is not sent again. */
const TAKE = statementOf<Taken>(
  'outgoing.take',
  (of) => sql`with taken as (
     select id from notice where channel = ${of(({ channel }) => channel)} and school_id = ${of(({ schoolId }) => schoolId)} and state = 'queued'
       and not_before <= ${of(({ now }) => now)} and kind = ${of(({ kind }) => kind)} and recipient = ${of(({ recipient }) => recipient)}
       and recipient_id = ${of(({ recipientId }) => recipientId)} and language = ${of(({ language }) => language)}
       and (recipient = 'school-channel' or class_id is not distinct from ${of(({ classId }) => classId)}::uuid)
     order by not_before, id limit ${words(String(MOST_LINES))} for update skip locked
   ), marked as (
     update notice n set state = 'sending', attempts = attempts + 1, message_id = ${of(({ messageId }) => messageId)}, sending_since = clock_timestamp(),
       why = null
     from taken t where n.id = t.id
     returning n.id, n.attempts, n.reader_id, n.class_id, n.count, n.days_late, n.due_on, n.amount_fen
   )
   select m.attempts, r.name as "readerName", m.class_id as "classId", m.count, m.days_late as "daysLate", m.due_on::text as "dueOn",
     m.amount_fen as "amountFen"
   from marked m left join reader r on r.id = m.reader_id order by m.days_late desc nulls last, r.name, m.id`,
);
const END = statementOf<Ended>(
  'outgoing.end',
  (
    of,
  ) => sql`update notice set state = ${of(({ state }) => state)}, why = ${of(({ why }) => why)}, not_before = ${of(({ notBefore }) => notBefore)},
     ended_at = case when ${of(({ state }) => state)} = 'queued' then null else ${of(({ now }) => now)}::timestamptz end, sending_since = null
   where message_id = ${of(({ messageId }) => messageId)} and state = 'sending'`,
);
const ABANDONED = statementOf<Date>(
  'outgoing.abandoned',
  (
    of,
  ) => sql`update notice set state = 'unknown', why = 'interrupted', ended_at = ${of((now) => now)}, sending_since = null
   where state = 'sending' and sending_since < clock_timestamp() - interval '10 minutes' returning 1`,
);

/** What leaves. */
export class OutgoingRepository {
  constructor(private readonly session: Session) {}

  async takeTurn(schoolId: SchoolId): Promise<void> {
    await this.session.rows(...TAKE_TURN.with(schoolId));
  }

  /** Messages of the school in the last sixty minutes, over all channels. */
  async sentLastHour(place: Place): Promise<number> {
    const [row] = await this.session.rows<{ n: number }>(...SENT.with(place));
    return row?.n ?? 0;
  }

  async expire(place: Place, today: CalendarDay): Promise<void> {
    await this.session.rows(...EXPIRE.with({ ...place, today }));
  }

  /** Who is next to get something; null: nobody now. */
  async next(place: Place): Promise<Bundle | null> {
    return (await this.session.rows<Bundle>(...NEXT.with(place)))[0] ?? null;
  }

  /** Takes what one recipient gets, as one message. */
  take(taken: Taken): Promise<(OutgoingLine & { readonly attempts: number })[]> {
    return this.session.rows(...TAKE.with(taken));
  }

  async end(ended: Ended): Promise<void> {
    await this.session.rows(...END.with(ended));
  }

  /** What a process that is gone was sending. @returns how many notices */
  async giveUpAbandoned(now: Date): Promise<number> {
    return (await this.session.rows(...ABANDONED.with(now))).length;
  }
}
