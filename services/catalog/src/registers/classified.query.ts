import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { ClassifiedAsked, ClassifiedLine } from './registers.http.js';
import { stretchAsked } from './stretch-asked.http.js';

const sums = (name: string, where: string): string => `
  coalesce(sum(titles) filter (where ${where}), 0)::int as "titles${name}",
  coalesce(sum(volumes) filter (where ${where}), 0)::int as "volumes${name}",
  coalesce(sum(fen) filter (where ${where}), 0)::float8 as "fen${name}"`;
/** Days bound both ends; a period is what was posted to it. */
const BEFORE = `(day < coalesce($2::date, '-infinity') or ($4::int is not null and period < $4))`;
const WITHIN = `not ${BEFORE}`;
const RECLASSIFIED = `kind in ('reclassified-out', 'reclassified-in')`;
/** What came to the school or left it; from class to class nothing does. */
const MOVED = `${WITHIN} and not ${RECLASSIFIED}`;
const CLASSIFIED = (
  more: string = '',
): string => `select coalesce(main_class, 'total') as "mainClass", ${sums('Before', BEFORE)},
    coalesce(sum(titles) filter (where ${MOVED} and titles > 0), 0)::int as "titlesIn",
    coalesce(sum(volumes) filter (where ${MOVED} and volumes > 0), 0)::int as "volumesIn",
    coalesce(sum(fen) filter (where ${MOVED} and volumes > 0), 0)::float8 as "fenIn",
    coalesce(-sum(titles) filter (where ${MOVED} and titles < 0), 0)::int as "titlesOut",
    coalesce(-sum(volumes) filter (where ${MOVED} and volumes < 0), 0)::int as "volumesOut",
    coalesce(-sum(fen) filter (where ${MOVED} and volumes < 0), 0)::float8 as "fenOut",
    ${sums('Reclassified', `${WITHIN} and ${RECLASSIFIED}`)},
    coalesce(sum(fen) filter (where ${WITHIN} and volumes = 0), 0)::float8 as "fenRevalued",
    ${sums('After', 'true')}
  from register_line
  where school_id = $1 and day <= coalesce($3::date, 'infinity') and ($4::int is null or period <= $4) ${more}
  group by grouping sets ((main_class), ())
  order by main_class = '-', main_class nulls last`;

/**
 * The classes of the second level of the main class `$5`. A title counts in each in which a copy of it stands, so that
 * their titles may add up to more than those of the main class, which is the last line.
 */
const WITHIN_CLASS = `with line as (
    select case when clc ~ '^T[A-Z]|^DF|^[A-Z][0-9]' then left(clc, 2) else left(clc, 1) end as class, title_id, volumes, fen,
      ${BEFORE} as before, ${RECLASSIFIED} as reclassified
    from register_line
    where school_id = $1 and main_class = $5 and day <= coalesce($3::date, 'infinity') and ($4::int is null or period <= $4)
  ), of_title as (
    select class,
      coalesce(sum(volumes) filter (where before), 0) > 0 as was,
      sum(volumes) > 0 as "is",
      coalesce(sum(volumes) filter (where not before and reclassified), 0) as moved
    from line group by class, title_id
  ), titles as (
    select class, (count(*) filter (where was))::int as before, (count(*) filter (where "is"))::int as after,
      (count(*) filter (where not was and "is" and moved <= 0))::int as came,
      (count(*) filter (where was and not "is" and moved >= 0))::int as left_it
    from of_title group by class
  ), sums as (
    select class,
      coalesce(sum(volumes) filter (where before), 0)::int as "volumesBefore",
      coalesce(sum(fen) filter (where before), 0)::float8 as "fenBefore",
      coalesce(sum(volumes) filter (where not before and not reclassified and volumes > 0), 0)::int as "volumesIn",
      coalesce(sum(fen) filter (where not before and not reclassified and volumes > 0), 0)::float8 as "fenIn",
      coalesce(-sum(volumes) filter (where not before and not reclassified and volumes < 0), 0)::int as "volumesOut",
      coalesce(-sum(fen) filter (where not before and not reclassified and volumes < 0), 0)::float8 as "fenOut",
      coalesce(sum(volumes) filter (where not before and reclassified), 0)::int as "volumesReclassified",
      coalesce(sum(fen) filter (where not before and reclassified), 0)::float8 as "fenReclassified",
      coalesce(sum(fen) filter (where not before and volumes = 0), 0)::float8 as "fenRevalued",
      sum(volumes)::int as "volumesAfter", sum(fen)::float8 as "fenAfter"
    from line group by class
  )
  select s.class as "mainClass", t.before as "titlesBefore", t.came as "titlesIn", t.left_it as "titlesOut",
    t.after - t.before - t.came + t.left_it as "titlesReclassified", t.after as "titlesAfter", s."volumesBefore",
    s."fenBefore", s."volumesIn", s."fenIn", s."volumesOut", s."fenOut", s."volumesReclassified", s."fenReclassified",
    s."fenRevalued", s."volumesAfter", s."fenAfter"
  from sums s join titles t using (class) order by s.class collate "C"`;

/** The classified ledger (分类账): a question to the lines of a school. */
@Injectable()
export class ClassifiedQuery {
  constructor(private readonly lists: Lists) {}

  /** All main classes at once: there are 22, what has none, and the total; or the classes within one of them, and it. */
  async of(input: ClassifiedAsked, schoolId: SchoolId): Promise<Page<ClassifiedLine>> {
    // There is no second page; what is no cursor is refused as it is everywhere.
    if (afterCursor(input.cursor, 1) !== null) return { items: [], nextCursor: null };
    const asked = stretchAsked(input, schoolId);
    if (input.within === undefined)
      return { items: await this.lists.rows<ClassifiedLine>(CLASSIFIED(), asked), nextCursor: null };
    const [classes, lines] = await Promise.all([
      this.lists.rows<ClassifiedLine>(WITHIN_CLASS, [...asked, input.within]),
      this.lists.rows<ClassifiedLine>(CLASSIFIED('and main_class = $5'), [...asked, input.within]),
    ]);
    return {
      items: [...classes, ...lines.filter(({ mainClass }) => mainClass === 'total')],
      nextCursor: null,
    };
  }
}
