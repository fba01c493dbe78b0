import { statement, type Session } from '@shulian/service-kit';

/** Real time, as everywhere where somebody may be guessing: a set clock moves lending days only. */
const COUNT = statement(
  'cardScans.count',
  `insert into unknown_card_count as c (account, since, cards) values ($1, clock_timestamp(), 1)
   on conflict (account) do update set
     cards = case when c.since < clock_timestamp() - $2::interval then 1 else c.cards + 1 end,
     since = case when c.since < clock_timestamp() - $2::interval then clock_timestamp() else c.since end,
     paused_until = case when c.since >= clock_timestamp() - $2::interval and c.cards + 1 >= $3
       then clock_timestamp() + $2::interval else c.paused_until end`,
);
const PAUSED = statement(
  'cardScans.paused',
  `select ceil(extract(epoch from paused_until - clock_timestamp()))::int as seconds
   from unknown_card_count where account = $1 and paused_until > clock_timestamp()`,
);

const MINUTE = '1 minute';
/** Unknown cards within a minute, after which a device is paused for one (decision 50). */
const MOST_UNKNOWN = 10;

/** Unknown cards by the account that showed them. */
export class UnknownCardsRepository {
  constructor(private readonly session: Session) {}

  async count(account: string): Promise<void> {
    await this.session.rows(COUNT, [account, MINUTE, MOST_UNKNOWN]);
  }

  /** Seconds for which the account is still paused; 0: it is not. */
  async pausedFor(account: string): Promise<number> {
    return (await this.session.rows<{ seconds: number }>(PAUSED, [account]))[0]?.seconds ?? 0;
  }
}
