import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is parked is known by its place in the log and kept as its bytes, since nothing else of it may be readable; and
 * how it ended is noted: digested or dismissed, by whom, when and why.
 */
export abstract class KeepParkedBytes implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table parked_event
        drop constraint parked_event_handler_event_id_key,
        alter event_id drop not null,
        alter key drop not null,
        alter type drop not null,
        add log_id text not null default '',
        add key_bytes bytea,
        add value bytea,
        add headers bytea,
        add resolution text check (resolution in ('digested', 'dismissed')),
        add why text;
      update parked_event set key_bytes = convert_to(key, 'UTF8'), value = convert_to(payload, 'UTF8'),
        resolution = case when resolved_at is not null then 'digested' end;
      alter table parked_event alter log_id drop default, drop payload;
      create index parked_event_waiting on parked_event (id) where resolved_at is null;
      create index parked_event_resolved on parked_event (resolved_at) where resolved_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index parked_event_waiting, parked_event_resolved;
      delete from parked_event where event_id is null or key is null or type is null or value is null;
      alter table parked_event add payload text;
      update parked_event set payload = convert_from(value, 'UTF8');
      alter table parked_event
        drop log_id, drop key_bytes, drop value, drop headers, drop resolution, drop why,
        alter event_id set not null, alter key set not null, alter type set not null, alter payload set not null,
        add unique (handler, event_id);
    `);
  }
}

/**
 * One record may be parked more than once in the course of time, and two logs have the same places: a place is unique no
 * more. While it waits a record is found by the id of its event, or by its place.
 */
export abstract class ParkOncePerReading implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only an early state of the migration before made it; it failed where a topic had been made anew.
      alter table parked_event drop constraint if exists "parked_event_handler_topic_part_offset_log_id_key";
      create index parked_event_by_place on parked_event (handler, topic, part, "offset");
      create index parked_event_by_event on parked_event (handler, event_id) where event_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index parked_event_by_place, parked_event_by_event');
  }
}
