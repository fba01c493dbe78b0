import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables every service has for events and repeated requests; the first migration of a service creates them.
 * Payloads are `json`, not `jsonb`: the bytes stay the same from the outbox to the last consumer.
 */
export abstract class CreateEventTables implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id bigint generated always as identity primary key,
        event_id uuid not null unique,
        topic text not null,
        key text not null,
        agg_version int not null,
        type text not null,
        payload json not null,
        occurred_at timestamptz not null,
        written_at timestamptz not null default clock_timestamp(),
        published_at timestamptz,
        unique (topic, key, agg_version)
      );
      create index outbox_todo on outbox (id) where published_at is null;
      create index outbox_published on outbox (published_at) where published_at is not null;

      create table inbox (
        handler text not null,
        event_id uuid not null,
        topic text not null,
        part int not null,
        "offset" bigint not null,
        status text not null check (status in ('done', 'parked', 'skipped')),
        processed_at timestamptz not null default clock_timestamp(),
        primary key (handler, event_id)
      );
      create index inbox_by_age on inbox (processed_at);

      create table parked_event (
        id bigint generated always as identity primary key,
        handler text not null,
        event_id uuid not null,
        topic text not null,
        part int not null,
        "offset" bigint not null,
        key text not null,
        type text not null,
        payload text not null,
        error text not null,
        attempts int not null,
        parked_at timestamptz not null default clock_timestamp(),
        resolved_at timestamptz,
        resolved_by text,
        unique (handler, event_id)
      );
      create index parked_event_open on parked_event (handler, topic, key) where resolved_at is null;

      create table desk_request (
        caller text not null,
        route text not null,
        key text not null,
        body_hash bytea not null,
        status int,
        answer text,
        asked_at timestamptz not null default clock_timestamp(),
        primary key (caller, route, key)
      );
      create index desk_request_by_age on desk_request (asked_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table desk_request, parked_event, inbox, outbox');
  }
}

/**
 * Every event is written twice, unsent and then sent, and each time into every index. These two found nothing that is
 * worth it: an id is random and doubled by nobody, and the sweep finds what is old at the beginning of the table.
 */
export abstract class DropOutboxIndexes implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table outbox drop constraint outbox_event_id_key; drop index outbox_published;',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table outbox add unique (event_id);
       create index outbox_published on outbox (published_at) where published_at is not null;`,
    );
  }
}
