import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy that gets another class leaves the old one and comes into the new one: a pair of lines, that moves no stock. */
export class ReclassifyInRegisters1790004601000 implements MigrationInterface {
  readonly name = 'ReclassifyInRegisters1790004601000';

  async up(runner: QueryRunner): Promise<void> {
    await this.allow(
      runner,
      `'accession', 'withdrawal', 'reprice', 'correction', 'reclassified-out', 'reclassified-in'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.allow(runner, `'accession', 'withdrawal', 'reprice', 'correction'`);
  }

  /** The rules that name kinds, each found by what it says: they had no names of their own. */
  private async allow(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`
      do $$
      declare rule record;
      begin
        for rule in
          select conname from pg_constraint
          where conrelid = 'register_line'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) ~ '''accession'''
        loop
          execute format('alter table register_line drop constraint %I', rule.conname);
        end loop;
      end $$;
      alter table register_line
        add constraint register_line_of_known_kind check (kind in (${kinds})) not valid,
        add constraint register_line_moves_by_kind check (volumes = case
          when kind in ('accession', 'reclassified-in') then 1
          when kind in ('withdrawal', 'reclassified-out') then -1 else 0 end) not valid,
        add constraint register_line_values_by_kind check (case
          when kind in ('accession', 'reclassified-in') then fen >= 0
          when kind in ('withdrawal', 'reclassified-out') then fen <= 0 else true end) not valid;
      alter table register_line validate constraint register_line_of_known_kind;
      alter table register_line validate constraint register_line_moves_by_kind;
      alter table register_line validate constraint register_line_values_by_kind;
    `);
  }
}
