-- report.other-holdings, written by `npm run emit`
-- takes uuid, date
-- gives uuid, text, text, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer, integer
with school as (
       select s.school_id, coalesce(f.since, s.since) as since, coalesce(f.code, s.code) as code,
              coalesce(f.name, s.name) as name, coalesce(f.kind, s.kind) as kind
       from known_school s
         left join lateral (select since, code, name, kind from former_school f
                            where f.school_id = s.school_id and f.until > $2::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1
       union all
       select '00000000-0000-0000-0000-000000000000'::uuid, date '0001-01-01', '*', '*', '*' where $1::uuid is null
     ), held as (
       select k.school_id, sum(k.reference_titles) as reference_titles, sum(k.reference_copies) as reference_copies, sum(k.bound) as bound, sum(k.av_titles) as av_titles, sum(k.av_items) as av_items
       from day_pieces(date '0001-01-01', $2) p cross join lateral (
         select school_id, sum(case when main_class = 'kind:reference' then titles else 0 end) as reference_titles, sum(case when main_class = 'kind:reference' then copies else 0 end) as reference_copies, sum(case when main_class = 'kind:periodical' then copies else 0 end) as bound, sum(case when main_class = 'kind:audiovisual' then titles else 0 end) as av_titles, sum(case when main_class = 'kind:audiovisual' then copies else 0 end) as av_items from stock_sum
         where school_id = any(array(select school_id from school)) and main_class in ('kind:reference', 'kind:periodical', 'kind:audiovisual') and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) k
       group by 1
     ), serials as (
       select school_id, newspapers, periodicals, copies from known_subscription
       where school_id = any(array(select school_id from school)) and year = extract(year from $2::date)
         and approved_on <= $2::date
     ), e_books as (
       select coalesce(school_id, '00000000-0000-0000-0000-000000000000'::uuid) as school_id, sum(volumes) as volumes
       from (select school_id, volumes from known_e_books
             where school_id = any(array(select school_id from school)) and on_day <= $2::date
             union all
             select null, volumes from known_e_books
             where $1::uuid is null and school_id is not null and on_day <= $2::date) e
       group by 1
     )
     select nullif(s.school_id, '00000000-0000-0000-0000-000000000000'::uuid) as "schoolId", s.code, s.name as school, coalesce(h.reference_titles, 0)::int as "referenceTitles", coalesce(h.reference_copies, 0)::int as "referenceCopies",
            extract(year from $2::date)::int as "serialsOf",
            case when s.school_id <> '00000000-0000-0000-0000-000000000000'::uuid then coalesce(r.newspapers, 0)::int end as newspapers,
            case when s.school_id <> '00000000-0000-0000-0000-000000000000'::uuid then coalesce(r.periodicals, 0)::int end as periodicals,
            case when s.school_id <> '00000000-0000-0000-0000-000000000000'::uuid then coalesce(r.newspapers + r.periodicals, 0)::int end as "serialTitles",
            coalesce(h.bound, 0)::int as "boundVolumes", coalesce(h.av_titles, 0)::int as "audiovisualTitles", coalesce(h.av_items, 0)::int as "audiovisualItems",
            coalesce(e.volumes, 0)::int as "eBooks",
            (select coalesce(sum(volumes), 0)::int from known_e_books where school_id is null and on_day <= $2::date) as "eBooksOfCounty"
     from school s left join held h using (school_id) left join serials r using (school_id) left join e_books e using (school_id)
     where s.since <= $2::date or h.reference_copies <> 0 or r.copies <> 0 or e.volumes <> 0
     order by s.code, s.school_id
