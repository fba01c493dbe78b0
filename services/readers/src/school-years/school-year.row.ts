import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import type { PlaceOfClass } from '../classes/rules/school-class.js';

export const YEAR_STATES = ['draft', 'sent-back', 'committed', 'undone', 'given-up'] as const;
export type YearState = (typeof YEAR_STATES)[number];

export const FATES_OF_READERS = [
  'enters',
  'promoted',
  'next-section',
  'merges',
  'moves',
  'repeats',
  'graduates',
  'leaves',
] as const;
export type FateOfReader = (typeof FATES_OF_READERS)[number];

export type SchoolYear = {
  readonly id: string;
  readonly schoolId: SchoolId;
  /** The first calendar year of the school year that begins. */
  readonly year: number;
  readonly status: YearState;
  /** Whoever had a hand in it; the first one prepared it. */
  readonly editedBy: readonly string[];
  readonly preparedAt: Date;
  readonly note: string | null;
  readonly committedBy: string | null;
  readonly committedAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoneAt: Date | null;
  readonly version: number;
};

export const YEAR = `select id, school_id as "schoolId", year, status, edited_by as "editedBy", prepared_at as "preparedAt", note,
    committed_by as "committedBy", committed_at as "committedAt", undone_by as "undoneBy", undone_at as "undoneAt", version
  from school_year`;

/** What becomes of a reader, with the place before and after; null after: no class any more. */
export type FateRow = {
  readonly reader_id: string;
  readonly fate: FateOfReader;
  readonly from_class_id: SchoolClassId;
  readonly from_section: Section;
  readonly from_entry_year: number;
  readonly from_class_no: number;
  readonly to_section: Section | null;
  readonly to_entry_year: number | null;
  readonly to_class_no: number | null;
  readonly left_on: CalendarDay | null;
};

export const placeBefore = (
  row: Pick<FateRow, 'from_section' | 'from_entry_year' | 'from_class_no'>,
): PlaceOfClass => ({
  section: row.from_section,
  entryYear: row.from_entry_year,
  classNo: row.from_class_no,
});
export const placeAfter = ({
  to_section,
  to_entry_year,
  to_class_no,
}: Pick<FateRow, 'to_section' | 'to_entry_year' | 'to_class_no'>): PlaceOfClass | null =>
  to_section === null || to_entry_year === null || to_class_no === null
    ? null
    : { section: to_section, entryYear: to_entry_year, classNo: to_class_no };

/** The place of a grade in the year that begins, as SQL; grades are counted as six, three and three. */
const sectionOf = (grade: string): string =>
  `case when ${grade} <= 6 then 'primary' when ${grade} <= 9 then 'junior' else 'senior' end`;
const entryOf = (year: string, grade: string): string =>
  `${year} + 1 - ${grade} + case when ${grade} <= 6 then 0 when ${grade} <= 9 then 6 else 9 end`;

/**
 * What becomes of classes and of their pupils in the school year $1: by the rule, or as the school wishes. A class goes on by itself
 * within its section, for its grade follows from the day. After the ninth grade pupils of a complete school (初高中) sit for an
 * examination (中考) and leave; in a nine- or twelve-year school they go on into the next section as far as it has one. Where nine
 * years are divided as five and four, a primary school ends with the fifth grade. Who has been through for longer left then.
 */
export const FATES = `
  begun as (
    select y.id, y.school_id, y.year, s.kind,
      case when s.kind = 'primary' then case s.system when '5-4' then 5 else 6 end
           when s.kind in ('junior', 'nine-year') then 9 else 12 end as highest
    from school_year y join school s on s.id = y.school_id where y.id = $1),
  counted as (
    select k.id, k.section, k.entry_year, k.class_no, k.stream, k.campus, b.id as school_year_id, b.year, b.highest,
      b.year - k.entry_year + 1 + case k.section when 'primary' then 0 when 'junior' then 6 else 9 end as grade,
      b.year - k.entry_year + 1 > case k.section when 'primary' then 6 else 3 end as is_through,
      case when b.kind = 'complete' and k.section = 'junior' then 9 else b.highest end as last_grade,
      w.fate as wish, w.class_no as wished_no, coalesce(w.sets_stream, false) as sets_stream, w.stream as wished_stream,
      coalesce(w.sets_campus, false) as sets_campus, w.campus as wished_campus
    from begun b join school_class k on k.school_id = b.school_id and k.entry_year <= b.year
    left join school_year_class w on w.school_year_id = b.id and w.class_id = k.id),
  decided as (
    select c.*, case
        when c.wish = 'merges' then 'merges'
        when c.entry_year = c.year then 'enters'
        when c.wish = 'graduates' or c.grade > c.highest or (c.grade > c.last_grade and c.wish is distinct from 'goes-on')
          then 'graduates'
        when c.is_through then 'next-section'
        else 'promoted' end as fate
    from counted c),
  classes as (
    select d.*,
      case d.fate when 'next-section' then ${sectionOf('d.grade')} else d.section end as new_section,
      case d.fate when 'next-section' then ${entryOf('d.year', 'd.grade')} else d.entry_year end as new_entry_year,
      case when d.fate in ('merges', 'graduates') then d.class_no else coalesce(d.wished_no, d.class_no) end as new_class_no,
      case when d.sets_stream then d.wished_stream else d.stream end as new_stream,
      case when d.sets_campus then d.wished_campus else d.campus end as new_campus,
      make_date(least(d.year, d.year + 1 + d.last_grade - d.grade), 8, 31) as ends_on
    from decided d),
  wished as (
    select c.*, r.id as reader_id, w.class_no as reader_no, w.why,
      case when w.fate = 'moves' and c.fate = 'graduates' then c.fate
           when w.fate = 'repeats' and c.fate = 'enters' then c.fate
           when w.fate is not null then w.fate
           when c.fate <> 'graduates' and r.temporary_until <= make_date(c.year, 8, 31) then 'leaves'
           else c.fate end as reader_fate,
      case when w.fate is null and r.temporary_until <= make_date(c.year, 8, 31) then r.temporary_until end as stayed_until
    from classes c join reader r on r.class_id = c.id and r.kind = 'student' and r.left_on is null
    left join school_year_reader w on w.school_year_id = c.school_year_id and w.reader_id = r.id),
  aimed as (
    select w.*, case w.reader_fate when 'repeats' then w.grade - 1 when 'graduates' then null when 'leaves' then null
                     else w.grade end as to_grade
    from wished w),
  fates as (
    select a.school_year_id, a.reader_id, a.reader_fate as fate, a.id as from_class_id, a.section as from_section,
      a.entry_year as from_entry_year, a.class_no as from_class_no,
      case when a.to_grade is not null then ${sectionOf('a.to_grade')} end as to_section,
      case when a.to_grade is not null then ${entryOf('a.year', 'a.to_grade')} end as to_entry_year,
      case when a.to_grade is not null then
        case when a.reader_fate in ('moves', 'repeats') then coalesce(a.reader_no, a.class_no)
             when a.reader_fate = 'merges' then a.wished_no
             else a.new_class_no end end as to_class_no,
      case a.reader_fate when 'graduates' then a.ends_on when 'leaves' then coalesce(a.stayed_until, make_date(a.year, 8, 31)) end
        as left_on,
      case a.reader_fate when 'graduates' then 'graduated' when 'leaves' then coalesce(a.why, 'left') end as left_why
    from aimed a)`;
