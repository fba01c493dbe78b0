import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { classNameOn, type PlaceOfClass } from '@shulian/contracts/readers';
import { idAfter, pageOf, PublicLists, type Page } from '@shulian/service-kit';
import type { PublicClassWeek, PublicWeeksAsked } from './public-class-weeks.http.js';
import { mondayOf } from './rules/week.js';

/** Of fewer pupils a figure would tell what a child did. */
const LEAST_PUPILS = 5;
/** A school has some fifty classes in a week; they go by where they are in the school. */
const WEEK = `with week as (
    select coalesce($2::date, max(week_starts_on)) as starts from class_week where school_id = $1
  )
  select w.class_id as "classId", w.week_starts_on::text as "weekStartsOn", w.loans, w.returned, w.published_on::text as "publishedOn",
    c.section, c.entry_year as "entryYear", c.class_no as "classNo",
    (select count(*)::int from (select from known_reader r where r.class_id = w.class_id and r.kind = 'student' and r.standing = 'active'
       limit ${String(LEAST_PUPILS)}) enough) as pupils
  from class_week w join week on w.week_starts_on = week.starts join known_class c on c.class_id = w.class_id
  where w.school_id = $1 and ($3::uuid is null or w.class_id > $3) order by w.class_id limit $4`;

type Row = Omit<PlaceOfClass, 'classNo'> & {
  readonly classId: string;
  readonly classNo: number | null;
  readonly pupils: number;
  readonly weekStartsOn: CalendarDay;
  readonly loans: number;
  readonly returned: number;
  readonly publishedOn: string;
};

/** The week that a school has published, asked by way of few connections of its own (GTW-020). */
@Injectable()
export class PublicClassWeeksQuery {
  constructor(private readonly lists: PublicLists) {}

  async list(input: PublicWeeksAsked): Promise<Page<PublicClassWeek>> {
    const rows = await this.lists.rows<Row>(WEEK, [
      input.schoolId,
      input.of === undefined ? null : mondayOf(input.of),
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(rows, input.limit, toPublicWeek, ({ classId }) => [classId]);
  }
}

const toPublicWeek = (row: Row): PublicClassWeek => {
  const { classNo, weekStartsOn, publishedOn, pupils } = row;
  const isShown = pupils >= LEAST_PUPILS;
  return {
    weekStartsOn,
    className: classNameOn({ ...row, classNo: classNo ?? 0 }, weekStartsOn),
    loans: isShown ? row.loans : null,
    returned: isShown ? row.returned : null,
    publishedOn,
  };
};
