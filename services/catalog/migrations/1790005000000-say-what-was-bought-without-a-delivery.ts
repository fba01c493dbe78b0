import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was bought and entered without an accepted delivery says why, and when it was bought: a batch of its own, which the
 * purchase register, its sums and the plan of the year know. `bought` is all that was bought, by either way.
 */
export class SayWhatWasBoughtWithoutADelivery1790005000000 implements MigrationInterface {
  readonly name = 'SayWhatWasBoughtWithoutADelivery1790005000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table register_batch
        add column bought_on date,
        add column bought_reason text,
        add check ((bought_on is null) = (bought_reason is null)),
        add check (bought_on is null or (side = 'in' and source = 'purchase' and delivery_id is null)),
        drop constraint register_batch_once,
        add constraint register_batch_once unique nulls not distinct
          (school_id, period, day, side, source, document_number, import_id, delivery_id, bought_on, bought_reason);
      update register_batch b set bought_on = b.day, bought_reason = said.note
      from (
        select school_id, batch, min(note) as note from register_line
        where kind = 'accession' and note is not null group by school_id, batch) said
      where b.school_id = said.school_id and b.number = said.batch and b.side = 'in' and b.source = 'purchase'
        and b.delivery_id is null;
      create index register_batch_bought on register_batch (school_id, bought_on, number) where bought_on is not null;

      create view bought as
      select v.school_id, v.settled_on as on_day, v.id as delivery_id, null::int as batch, l.title_id, l.review_id, l.kind,
        l.received as volumes, l.received::bigint * l.unit_price_fen as fen
      from delivery v join delivery_line l on l.delivery_id = v.id
      where v.status = 'accepted' and v.source <> 'donation'
      union all
      select b.school_id, b.bought_on, null, b.number, l.title_id, null, c.kind, l.volumes, l.fen
      from register_batch b
      join register_line l on l.school_id = b.school_id and l.batch = b.number
      join copy c on c.id = l.copy_id
      where b.bought_on is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view bought;
      drop index register_batch_bought;
      alter table register_batch
        drop constraint register_batch_once,
        drop column bought_on,
        drop column bought_reason,
        add constraint register_batch_once unique nulls not distinct
          (school_id, period, day, side, source, document_number, import_id, delivery_id);
    `);
  }
}
