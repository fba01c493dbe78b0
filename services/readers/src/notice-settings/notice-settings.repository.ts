import { statementOf, sql, words, type Rows } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { SETTING_COLUMNS } from './notice-setting.row.js';
import type { NoticeWebhookView } from './notice-settings.http.js';
import { asUsual, type NoticeSetting } from './rules/notice-setting.js';
import type { WebhookShape } from './rules/webhook-shape.js';

type Changed = NoticeSetting & { readonly on: CalendarDay; readonly by: string };
export type KeptWebhook = {
  readonly schoolId: SchoolId;
  readonly url: Buffer;
  readonly secret: Buffer;
  readonly keyId: string;
  readonly host: string;
  readonly shape: WebhookShape;
};
type SetWebhook = KeptWebhook & { readonly on: CalendarDay; readonly by: string };

/** Two who make the first settings of a school at once wait for each other, though there is no row yet. */
const LOCK = statementOf<SchoolId>(
  'notice-settings.lock',
  (of) => sql`select pg_advisory_xact_lock(hashtextextended(${of((schoolId) => schoolId)}::text, 5551))`,
);
const FIND = statementOf<readonly SchoolId[]>(
  'notice-settings.find',
  (of) =>
    sql`select ${words(SETTING_COLUMNS)} from notice_setting s where s.school_id = any(${of((ids) => ids)}::uuid[])`,
);
const KEEP = statementOf<Changed>(
  'notice-settings.keep',
  (
    of,
  ) => sql`insert into notice_setting (school_id, version, paused, quiet_from, quiet_until, per_hour, language, recipients, changed_on, changed_by)
   values (${of(({ schoolId }) => schoolId)}, ${of(({ version }) => version)}, ${of(({ paused }) => paused)}, ${of(({ quietFrom }) => quietFrom)},
     ${of(({ quietUntil }) => quietUntil)}, ${of(({ perHour }) => perHour)}, ${of(({ language }) => language)},
     ${of(({ recipients }) => JSON.stringify(recipients))}::jsonb, ${of(({ on }) => on)}, ${of(({ by }) => by)})
   on conflict (school_id) do update set version = excluded.version, paused = excluded.paused, quiet_from = excluded.quiet_from,
     quiet_until = excluded.quiet_until, per_hour = excluded.per_hour, language = excluded.language, recipients = excluded.recipients,
     changed_on = excluded.changed_on, changed_by = excluded.changed_by`,
);
const SET_WEBHOOK = statementOf<SetWebhook>(
  'notice-settings.setWebhook',
  (of) => sql`insert into notice_webhook (school_id, url, secret, key_id, host, shape, set_on, set_by)
   values (${of(({ schoolId }) => schoolId)}, ${of(({ url }) => url)}, ${of(({ secret }) => secret)}, ${of(({ keyId }) => keyId)},
     ${of(({ host }) => host)}, ${of(({ shape }) => shape)}, ${of(({ on }) => on)}, ${of(({ by }) => by)})
   on conflict (school_id) do update set url = excluded.url, secret = excluded.secret, key_id = excluded.key_id, host = excluded.host,
     shape = excluded.shape, set_on = excluded.set_on, set_by = excluded.set_by`,
);
const WEBHOOK = statementOf<SchoolId>(
  'notice-settings.webhook',
  (
    of,
  ) => sql`select school_id as "schoolId", url, secret, key_id as "keyId", host, shape, set_on::text as "setOn"
    from notice_webhook where school_id = ${of((schoolId) => schoolId)}`,
);
const REMOVE_WEBHOOK = statementOf<SchoolId>(
  'notice-settings.removeWebhook',
  (of) => sql`delete from notice_webhook where school_id = ${of((schoolId) => schoolId)}`,
);
const SEALED_BEFORE = statementOf<{ readonly keyId: string; readonly most: number }>(
  'notice-settings.sealedBefore',
  (of) => sql`select school_id as "schoolId", url, secret, key_id as "keyId", host, shape from notice_webhook
    where key_id <> ${of(({ keyId }) => keyId)} order by school_id limit ${of(({ most }) => most)} for update skip locked`,
);
const RESEAL = statementOf<Pick<KeptWebhook, 'schoolId' | 'url' | 'secret' | 'keyId'>>(
  'notice-settings.reseal',
  (
    of,
  ) => sql`update notice_webhook set url = ${of(({ url }) => url)}, secret = ${of(({ secret }) => secret)}, key_id = ${of(({ keyId }) => keyId)}
    where school_id = ${of(({ schoolId }) => schoolId)}`,
);
const SCHOOL = statementOf<SchoolId>(
  'notice-settings.school',
  (of) => sql`select from school where id = ${of((schoolId) => schoolId)}`,
);

/** How schools send; one that has said nothing sends as usual. */
export class NoticeSettingsRepository {
  constructor(private readonly session: Rows) {}

  /** Nobody else changes them meanwhile. */
  async lock(schoolId: SchoolId): Promise<void> {
    await this.session.rows(...LOCK.with(schoolId));
  }

  async isSchool(schoolId: SchoolId): Promise<boolean> {
    return (await this.session.rows(...SCHOOL.with(schoolId))).length > 0;
  }

  async of(schoolId: SchoolId): Promise<NoticeSetting> {
    const [row] = await this.session.rows<NoticeSetting>(...FIND.with([schoolId]));
    // A kind that came later goes to whom it goes as usual.
    const usual = asUsual(schoolId);
    return row === undefined ? usual : { ...row, recipients: { ...usual.recipients, ...row.recipients } };
  }

  async keep(setting: Changed): Promise<void> {
    await this.session.rows(...KEEP.with(setting));
  }

  async setWebhook(webhook: SetWebhook): Promise<void> {
    await this.session.rows(...SET_WEBHOOK.with(webhook));
  }

  async webhook(schoolId: SchoolId): Promise<(KeptWebhook & Pick<NoticeWebhookView, 'setOn'>) | null> {
    return (await this.session.rows<KeptWebhook & { setOn: string }>(...WEBHOOK.with(schoolId)))[0] ?? null;
  }

  /** Some that were sealed with another key than this one, locked. */
  sealedBefore(keyId: string, most: number): Promise<KeptWebhook[]> {
    return this.session.rows<KeptWebhook>(...SEALED_BEFORE.with({ keyId, most }));
  }

  async reseal(webhook: Pick<KeptWebhook, 'schoolId' | 'url' | 'secret' | 'keyId'>): Promise<void> {
    await this.session.rows(...RESEAL.with(webhook));
  }

  async removeWebhook(schoolId: SchoolId): Promise<void> {
    await this.session.rows(...REMOVE_WEBHOOK.with(schoolId));
  }
}
