-- registers.takeNumbers, written by `npm run emit`
-- takes uuid[], integer[]
-- gives uuid, integer, integer
insert into register as r (school_id, next_line)
   select t.school_id, 1 + t.lines from unnest($1::uuid[], $2::int[]) as t (school_id, lines) order by t.school_id
   on conflict (school_id) do update set next_line = r.next_line + excluded.next_line - 1
   returning school_id, next_line, period
