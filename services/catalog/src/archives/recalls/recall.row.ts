export const REMINDERS = `select m.id, m.unit_id as "unitId", u.name as unit, m.year, m.on_day::text as "on", m.reminded, m.files, m.note
  from archive_reminder m join archive_unit u on u.id = m.unit_id`;

/** Of each class and year of the school `$1`: how much is entered. */
export const COMPLETION = `select coalesce(f.class, e.class) as class, coalesce(f.year, e.year) as year, e.expected,
    coalesce(f.entered, 0) as entered, greatest(e.expected - coalesce(f.entered, 0), 0) as "toEnter",
    (trunc(coalesce(f.entered, 0) * 1000.0 / e.expected) / 10)::float8 as percent
  from (select class, year, count(*)::int as entered from archive_file where school_id = $1 and state <> 'void'
        group by class, year) f
  full join (select class, year, expected from archive_expectation where school_id = $1) e on e.class = f.class and e.year = f.year`;
