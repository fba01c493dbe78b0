import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is added up of the rows of a table. */
export type KeptSum = {
  /** The table of the sums; what is read is the view `<name>_now`. */
  readonly name: string;
  /** Whose rows are counted. */
  readonly of: string;
  /** What one sum is of: names with their types, and what a row has for them (not null). */
  readonly by: Readonly<Record<string, { readonly type: string; readonly is: string }>>;
  /** What is added up: names, and what a row adds. */
  readonly sums: Readonly<Record<string, string>>;
  /** Which rows count; all where it is not said. */
  readonly where?: string;
};

/** One statement in so many puts the changes that were added since into the sums. */
const FOLDED_ONE_IN = 50;

/**
 * Sums of a table that are kept as its rows come, change and go, exact in every transaction and never counted at a question.
 * Writers only add their changes, so that nobody waits for somebody else's sum; now and then one of them puts what has come
 * together into the table of sums, and only one at a time. `<name>_now` adds both up. `<name>_anew()` counts from the rows.
 */
export abstract class KeepSum implements MigrationInterface {
  protected abstract readonly kept: KeptSum;

  async up(runner: QueryRunner): Promise<void> {
    const { name, of, by, sums, where = 'true' } = this.kept;
    const keys = Object.keys(by).join(', ');
    const names = Object.keys(sums);
    const columns = [...Object.entries(by).map(([key, { type }]) => `${key} ${type} not null`)];
    const valued = names.map((sum) => `${sum} bigint not null`);
    const taken = (rows: string, sign: '' | '-'): string => `
      select ${Object.entries(by)
        .map(([key, { is }]) => `${is} as ${key}`)
        .join(', ')}, ${Object.entries(sums)
        .map(([sum, is]) => `${sign}(${is})::bigint as ${sum}`)
        .join(', ')}
      from ${rows} where ${where}`;
    const summed = names.map((sum) => `sum(${sum})::bigint as ${sum}`).join(', ');
    const added = (rows: string): string => `
      insert into ${name}_change (${keys}, ${names.join(', ')})
      select ${keys}, ${summed} from (${rows}) r group by ${keys}
      having ${names.map((sum) => `sum(${sum}) <> 0`).join(' or ')};`;
    const both = `select ${keys}, ${names.join(', ')} from`;
    await runner.query(`
      create table ${name} (${[...columns, ...valued].join(', ')}, primary key (${keys}));
      create table ${name}_change (${[...columns, ...valued].join(', ')});
      create index ${name}_change_by_key on ${name}_change (${keys});
      create view ${name}_now as
        select ${keys}, ${summed} from (${both} ${name} union all ${both} ${name}_change) s group by ${keys};

      create function ${name}_anew() returns void language plpgsql set search_path from current as $$
      begin
        -- Nobody adds a change between counting and emptying.
        lock table ${of} in share row exclusive mode;
        delete from ${name}_change;
        delete from ${name};
        insert into ${name} (${keys}, ${names.join(', ')})
        select ${keys}, ${summed} from (${taken(of, '')}) r group by ${keys};
      end $$;

      create function keep_${name}() returns trigger language plpgsql set search_path from current as $$
      begin
        if tg_op = 'INSERT' then ${added(taken('became', ''))}
        elsif tg_op = 'DELETE' then ${added(taken('was', '-'))}
        else ${added(`${taken('became', '')} union all ${taken('was', '-')}`)}
        end if;
        if random() < 1.0 / ${String(FOLDED_ONE_IN)}
          and pg_try_advisory_xact_lock(hashtextextended(tg_table_schema || '.${name}', 0)) then
          with folded as (delete from ${name}_change returning *)
          insert into ${name} as s (${keys}, ${names.join(', ')})
          select ${keys}, ${summed} from folded group by ${keys}
          on conflict (${keys}) do update set ${names.map((sum) => `${sum} = s.${sum} + excluded.${sum}`).join(', ')};
        end if;
        return null;
      end $$;
      create trigger ${name}_kept_1 after insert on ${of} referencing new table as became
        for each statement execute function keep_${name}();
      create trigger ${name}_kept_2 after update on ${of} referencing new table as became old table as was
        for each statement execute function keep_${name}();
      create trigger ${name}_kept_3 after delete on ${of} referencing old table as was
        for each statement execute function keep_${name}();
      select ${name}_anew();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const { name, of } = this.kept;
    await runner.query(`
      drop trigger ${name}_kept_1 on ${of};
      drop trigger ${name}_kept_2 on ${of};
      drop trigger ${name}_kept_3 on ${of};
      drop function keep_${name}, ${name}_anew;
      drop view ${name}_now;
      drop table ${name}_change, ${name};
    `);
  }
}
