import { KeepSum } from '@shulian/service-kit';
import type { QueryRunner } from 'typeorm';

/** Volumes of each title in the county: how many titles it has. */
export class KeepSumsOfTitles1790004762000 extends KeepSum {
  protected readonly kept = {
    name: 'title_sum',
    of: 'copy',
    by: { title_id: { type: 'uuid', is: 'title_id' } },
    sums: { volumes: '1' },
    where: `stock_state <> 'withdrawn'`,
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await runner.query('create index title_sum_held on title_sum (title_id) where volumes > 0');
  }
}
