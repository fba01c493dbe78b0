import { KeepSum } from '@shulian/service-kit';

/** Titles of the county by their class, as people browse them. */
export class KeepSumsOfClasses1790004763000 extends KeepSum {
  protected readonly kept = {
    name: 'class_sum',
    of: 'title',
    by: { clc: { type: 'text', is: `coalesce(clc, '')` } },
    sums: { titles: '1' },
    where: 'merged_into is null',
  };
}
