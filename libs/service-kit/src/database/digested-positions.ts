import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where each room stands in each partition: the offset behind the last event it has digested or parked, moved in the
 * transaction of the effects. `log_id` tells a log from another one that was made in its place, and so does the event
 * before the position, where there was one.
 *
 * A schema that has digested before begins where its inbox ends; partitions that were quiet for as long as the inbox
 * remembers begin where their group stood in the log in Postgres.
 */
export abstract class CreateDigestedPositions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table digested_position (
        handler text not null,
        topic text not null,
        part int not null,
        next_offset bigint not null check (next_offset >= 0),
        log_id text not null,
        last_event_id uuid,
        primary key (handler, topic, part)
      ) with (fillfactor = 50);
      insert into digested_position (handler, topic, part, next_offset, log_id, last_event_id)
      select distinct on (handler, topic, part) handler, topic, part, "offset" + 1, '', event_id
      from inbox order by handler, topic, part, "offset" desc;
    `);
    const [bus] = (await runner.query(`select to_regclass('bus.grp') is not null as there`)) as {
      there: boolean;
    }[];
    if (bus?.there === true)
      await runner.query(`
        insert into digested_position (handler, topic, part, next_offset, log_id)
        select grp, topic, part, committed, '' from bus.grp
        where committed > 0 and exists (select from inbox where handler = grp)
        on conflict do nothing`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table digested_position');
  }
}
