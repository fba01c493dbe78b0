import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notices that leave for readers, guardians, class teachers and the messenger of a school. What was sent is kept without its
 * text: a text is made from template and facts when it leaves. Addresses lie here encrypted.
 */
export class SendNotices1790005550000 implements MigrationInterface {
  readonly name = 'SendNotices1790005550000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice_template (
        school_id uuid not null references school,
        kind text not null,
        recipient text not null,
        language text not null check (language in ('zh', 'en')),
        subject text not null,
        body text not null,
        version int not null,
        changed_on date not null,
        changed_by text not null,
        primary key (school_id, kind, recipient, language)
      );

      create table notice_setting (
        school_id uuid primary key references school,
        version int not null,
        paused boolean not null,
        quiet_from int not null check (quiet_from between 0 and 23),
        quiet_until int not null check (quiet_until between 0 and 23),
        per_hour int not null check (per_hour > 0),
        language text not null check (language in ('zh', 'en')),
        recipients jsonb not null,
        changed_on date not null,
        changed_by text not null
      );
      create table notice_webhook (
        school_id uuid primary key references school,
        url bytea not null,
        secret bytea not null,
        key_id text not null,
        host text not null,
        shape text not null,
        set_on date not null,
        set_by text not null
      );

      -- One for each person: a reader, a guardian, or an account (a teacher).
      create table notice_contact (
        id uuid primary key,
        school_id uuid not null references school,
        whose text not null check (whose in ('reader', 'guardian', 'teacher')),
        reader_id uuid references reader on delete cascade,
        guardian_id uuid references guardian on delete cascade,
        account_id uuid references account on delete cascade,
        address bytea not null,
        key_id text not null,
        language text not null check (language in ('zh', 'en')),
        consent_on date not null,
        consent_how text not null,
        version int not null,
        entered_by text not null,
        check ((whose = 'teacher') = (account_id is not null)),
        check ((whose = 'guardian') = (guardian_id is not null)),
        check ((whose = 'teacher') = (reader_id is null))
      );
      create unique index notice_contact_of_reader on notice_contact (reader_id) where whose = 'reader';
      create unique index notice_contact_of_guardian on notice_contact (guardian_id) where whose = 'guardian';
      create unique index notice_contact_of_account on notice_contact (account_id, school_id) where whose = 'teacher';
      create index notice_contact_reached on notice_contact (reader_id) where reader_id is not null;
      create index notice_contact_of_school on notice_contact (school_id, id);
      create index notice_contact_by_key on notice_contact (key_id, id);

      create table notice (
        id uuid primary key,
        school_id uuid not null references school,
        kind text not null,
        cause_id uuid not null,
        cause_on date not null,
        -- The reader, the class or the school it is about.
        subject_id uuid not null,
        reader_id uuid references reader on delete cascade,
        class_id uuid,
        recipient text not null check (recipient in ('reader', 'guardian', 'class-teacher', 'school-channel')),
        recipient_id uuid not null,
        channel text not null check (channel in ('mail', 'webhook')),
        language text not null,
        count int,
        days_late int,
        due_on date,
        amount_fen int,
        until_on date not null,
        state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled', 'expired', 'unsendable')),
        why text,
        attempts int not null default 0,
        not_before timestamptz not null,
        message_id uuid,
        sending_since timestamptz,
        ended_at timestamptz,
        made_on date not null,
        made_at timestamptz not null,
        changed_by text,
        constraint notice_once unique (cause_id, kind, cause_on, subject_id, recipient, recipient_id)
      );
      create index notice_of_school on notice (school_id, made_on desc, id desc);
      create index notice_of_class on notice (class_id, made_on) where class_id is not null;
      create index notice_of_reader on notice (reader_id) where reader_id is not null;
      create index notice_queued on notice (channel, school_id, not_before) where state = 'queued';
      create index notice_sending on notice (sending_since) where state = 'sending';
      create index notice_of_hour on notice (school_id, ended_at) where state in ('sent', 'unknown');
      create index notice_by_age on notice (made_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice, notice_contact, notice_webhook, notice_setting, notice_template');
  }
}
