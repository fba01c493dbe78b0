import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is read in the room is counted apart: it is no loan of any figure, and nobody becomes a borrower by it. It is one movement,
 * on the day it was handed out; that it came back before closing adds nothing.
 */
export class CountReadingInTheRoom1790005210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function make_sums_anew(), differing_sums();
      drop view lending_sum_anew, class_sum_anew, borrower_year_anew;
      alter table known_loan add column in_room boolean not null default false;
      alter table lending_sum add column in_room int not null default 0;
      alter table lending_sum alter column in_room drop default;

      create function lending_movements(in_room boolean, loaned_on date, due_on date, closed_on date, state text,
          renewed_on date[], late datemultirange)
        returns table (day date, loans int, renewals int, returns int, losses int, late int, in_room int)
        language sql immutable rows 3 as $$
        select m.*, 0 from loan_movements(loaned_on, due_on, closed_on, state, renewed_on, lending_movements.late) m
        where not lending_movements.in_room
        union all
        select loaned_on, 0, 0, 0, 0, 0, 1 where lending_movements.in_room $$;

      create view lending_sum_anew as
      with by_day as (
        select k.lending_school_id as school_id, k.reader_kind, m.day, sum(m.loans)::int as loans,
               sum(m.renewals)::int as renewals, sum(m.returns)::int as returns, sum(m.losses)::int as losses,
               sum(m.late)::int as late, sum(m.in_room)::int as in_room
        from known_loan k
        cross join lateral lending_movements(k.in_room, loaned_on, due_on, closed_on, state, renewed_on, k.late) m
        group by 1, 2, 3)
      select school_id, reader_kind, g.grain, g.starts_on, sum(loans)::int as loans, sum(renewals)::int as renewals,
             sum(returns)::int as returns, sum(losses)::int as losses, sum(late)::int as late, sum(in_room)::int as in_room
      from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
      group by 1, 2, 3, 4
      having sum(loans) <> 0 or sum(renewals) <> 0 or sum(returns) <> 0 or sum(losses) <> 0 or sum(late) <> 0
        or sum(in_room) <> 0;

      create view class_sum_anew as
      with by_day as (
        select k.class_id, m.day, sum(m.loans)::int as loans, sum(m.returns)::int as returns
        from known_loan k cross join lateral loan_movements(loaned_on, due_on, closed_on, state, renewed_on, late) m
        where k.class_id is not null and not k.in_room and (m.loans <> 0 or m.returns <> 0) group by 1, 2)
      select class_id, g.grain, g.starts_on, sum(loans)::int as loans, sum(returns)::int as returns
      from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
      group by 1, 2, 3 having sum(loans) <> 0 or sum(returns) <> 0;

      create view borrower_year_anew as
      select school_year_of(loaned_on) as school_year, reader_id,
             bit_or(set_bit(repeat('0', 366)::bit(366), loaned_on - make_date(school_year_of(loaned_on), 9, 1), 1)) as days
      from known_loan where reader_id is not null and not in_room group by 1, 2;
    `);
    await runner.query(sumsMadeAnew('in_room'));
  }

  /** What was read in the room is forgotten: it cannot be counted as lent. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function make_sums_anew(), differing_sums();
      drop view lending_sum_anew, class_sum_anew, borrower_year_anew;
      drop function lending_movements(boolean, date, date, date, text, date[], datemultirange);
      delete from known_loan where in_room;
      alter table known_loan drop column in_room;
      alter table lending_sum drop column in_room;

      create view lending_sum_anew as
      with by_day as (
        select k.lending_school_id as school_id, k.reader_kind, m.day, sum(m.loans)::int as loans,
               sum(m.renewals)::int as renewals, sum(m.returns)::int as returns, sum(m.losses)::int as losses,
               sum(m.late)::int as late
        from known_loan k cross join lateral loan_movements(loaned_on, due_on, closed_on, state, renewed_on, late) m group by 1, 2, 3)
      select school_id, reader_kind, g.grain, g.starts_on, sum(loans)::int as loans, sum(renewals)::int as renewals,
             sum(returns)::int as returns, sum(losses)::int as losses, sum(late)::int as late
      from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
      group by 1, 2, 3, 4
      having sum(loans) <> 0 or sum(renewals) <> 0 or sum(returns) <> 0 or sum(losses) <> 0 or sum(late) <> 0;

      create view class_sum_anew as
      with by_day as (
        select k.class_id, m.day, sum(m.loans)::int as loans, sum(m.returns)::int as returns
        from known_loan k cross join lateral loan_movements(loaned_on, due_on, closed_on, state, renewed_on, late) m
        where k.class_id is not null and (m.loans <> 0 or m.returns <> 0) group by 1, 2)
      select class_id, g.grain, g.starts_on, sum(loans)::int as loans, sum(returns)::int as returns
      from by_day cross join lateral (values ('day', day), ('month', date_trunc('month', day)::date)) g(grain, starts_on)
      group by 1, 2, 3 having sum(loans) <> 0 or sum(returns) <> 0;

      create view borrower_year_anew as
      select school_year_of(loaned_on) as school_year, reader_id,
             bit_or(set_bit(repeat('0', 366)::bit(366), loaned_on - make_date(school_year_of(loaned_on), 9, 1), 1)) as days
      from known_loan where reader_id is not null group by 1, 2;
    `);
    await runner.query(sumsMadeAnew());
    await runner.query('select make_sums_anew()');
  }
}

const sums = ['lending_sum', 'class_sum', 'borrower_year', 'reader_sum', 'stock_sum'] as const;

/** The two functions over all sums, as before, with what the sums of lending count besides. */
function sumsMadeAnew(...more: readonly string[]): string {
  const lending = ['loans', 'renewals', 'returns', 'losses', 'late', ...more];
  const notZero: Readonly<Record<(typeof sums)[number], string>> = {
    lending_sum: `(${lending.join(', ')}) <> (${lending.map(() => '0').join(', ')})`,
    class_sum: '(loans, returns) <> (0, 0)',
    borrower_year: 'true',
    reader_sum: 'readers <> 0',
    stock_sum: '(copies, titles, value_fen) <> (0, 0, 0)',
  };
  return `
    create function make_sums_anew() returns void language plpgsql set work_mem = '128MB' set search_path from current as $$
      begin
        lock table ${sums.join(', ')} in exclusive mode;
        ${sums.map((table) => `delete from ${table}; insert into ${table} select * from ${table}_anew;`).join('\n        ')}
      end $$;
    create function differing_sums() returns table (sums text, differing bigint) language sql stable set work_mem = '128MB' begin atomic
      ${sums
        .map(
          (table) => `select '${table}', count(*) from (
        (select * from ${table} where ${notZero[table]} except all select * from ${table}_anew)
        union all
        (select * from ${table}_anew except all select * from ${table})) d`,
        )
        .join('\n      union all\n      ')};
    end;`;
}
