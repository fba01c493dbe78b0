import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, Database } from '@shulian/service-kit';
import { nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { NoticeSettingsRepository } from '../notice-settings/notice-settings.repository.js';
import { wordsAtSchool } from '../notice-templates/notice-templates.query.js';
import { rendered } from '../notice-templates/rules/notice-template.js';
import { valuesOf } from '../notice-templates/rules/notice-values.js';
import { unseal } from '../sealed-text.adapter.js';
import type { Destination, OutgoingMessage } from './notice-channel.adapter.js';
import type { ChannelName } from './rules/notice.js';
import type { NextMessage } from './take-next-message.use-case.js';

const CONTACT_OF = {
  reader: `select c.id, c.address as bytes, c.key_id as "keyId" from notice_contact c where c.whose = 'reader' and c.reader_id = $1 and $2::uuid is not null`,
  guardian: `select c.id, c.address as bytes, c.key_id as "keyId" from notice_contact c join guardian g on g.id = c.guardian_id
    where c.guardian_id = $1 and g.consent_on is not null and g.withdrawn_on is null and $2::uuid is not null`,
  'class-teacher': `select c.id, c.address as bytes, c.key_id as "keyId" from notice_contact c join account a on a.id = c.account_id
    where c.account_id = $1 and a.disabled_at is null order by c.school_id = $2 desc limit 1`,
} as const;

/** What is read for sending, right before it leaves: who withdrew a moment ago gets nothing. */
@Injectable()
export class Outgoing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Schools that have something due on a channel, whoever has waited longest first. */
  async schools(channel: ChannelName): Promise<SchoolId[]> {
    const rows = await this.database.rows<{ id: SchoolId }>(
      `select n.school_id as id from notice n left join notice_setting s on s.school_id = n.school_id
       where n.channel = $1 and n.state = 'queued' and n.not_before <= $2 and s.paused is not true
       group by n.school_id order by min(n.not_before) limit 1000`,
      [channel, this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }

  /** Null: there is nowhere to send it any more. */
  async message(next: NextMessage): Promise<OutgoingMessage | null> {
    const { kind, recipient, language, schoolId, messageId } = next;
    const to = await this.destination(next);
    if (to === null) return null;
    const [school] = await this.database.rows<{ name: string }>('select name from school where id = $1', [
      schoolId,
    ]);
    const schoolName = school?.name ?? '';
    const names = await this.classNames(next);
    const words = await wordsAtSchool(this.database, schoolId, { kind, recipient, language });
    const lines = next.lines.map(({ classId, ...line }) => ({
      ...line,
      // The messenger of a school is read by many: it hears of classes, and of nobody by name.
      readerName: recipient === 'school-channel' ? null : line.readerName,
      className: names.get(classId ?? '') ?? null,
    }));
    const values = valuesOf({ kind, language, schoolName, today: this.clock.today(), lines });
    return { id: messageId, kind, schoolName, ...rendered(words, values), to };
  }

  private async destination({ recipient, recipientId, schoolId }: NextMessage): Promise<Destination | null> {
    if (recipient !== 'school-channel') {
      const [contact] = await this.database.rows<{ id: string; bytes: Buffer; keyId: string }>(
        CONTACT_OF[recipient],
        [recipientId, schoolId],
      );
      const address = contact === undefined ? null : unseal(contact, contact.id);
      return address === null ? null : { by: 'mail', address };
    }
    const webhook = await new NoticeSettingsRepository(this.database).webhook(schoolId);
    if (webhook === null) return null;
    const { keyId, shape } = webhook;
    const url = unseal({ bytes: webhook.url, keyId }, `${schoolId} url`);
    const signingKey = unseal({ bytes: webhook.secret, keyId }, `${schoolId} secret`);
    return url === null || signingKey === null ? null : { by: 'webhook', url, signingKey, shape };
  }

  private async classNames({ lines }: NextMessage): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(lines.flatMap(({ classId }) => (classId === null ? [] : [classId])))];
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<PlaceOfClass & { id: string }>(
      `select id, section, entry_year as "entryYear", class_no as "classNo" from school_class where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((place) => [place.id, nameOn(place, this.clock.today())]));
  }
}
