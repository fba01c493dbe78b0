-- plans.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, integer, integer, integer, integer, double precision, text, integer, double precision, double precision, integer, integer, integer, double precision, double precision, double precision, double precision, double precision, double precision
with shown as (
    select p.*, o.ordered, o.ordered_fen, o.on_order_fen, o.periodicals_ordered, d.periodicals_accepted, d.accepted,
      g.ebooks as ebooks_got, g.fen as ebooks_fen, d.spent_fen + g.fen as spent_fen, d.spent_before + g.fen_before as spent_before,
      b.budget_fen as budget_before
    from acquisition_plan p
    left join acquisition_plan b on b.school_id = p.school_id and b.year = p.year - 1
    cross join lateral (
      select coalesce(sum(l.volumes), 0)::int as ordered, coalesce(sum(l.fen), 0)::float8 as ordered_fen,
        coalesce(sum(l.on_order_fen), 0)::float8 as on_order_fen, coalesce(sum(l.periodicals), 0)::int as periodicals_ordered
      from purchase_order o
      cross join lateral (
        select s.on_day from purchase_order_step s where s.order_id = o.id and s.action = 'approve'
        order by s.version desc limit 1) a
      cross join lateral (
        select sum(case when o.status = 'approved' then l.quantity else l.accepted end) filter (where l.kind not in ('periodical', 'audiovisual')) as volumes,
          sum((l.quantity - l.accepted - l.settled)::bigint * l.unit_price_fen) filter (where o.status = 'approved') as on_order_fen,
          count(distinct l.review_id) filter (where l.kind = 'periodical' and (o.status = 'approved' or l.accepted > 0)) as periodicals,
          sum((case when o.status = 'approved' then l.quantity else l.accepted end)::bigint * l.unit_price_fen) as fen
        from purchase_order_line l where l.order_id = o.id) l
      where o.school_id = p.school_id and o.status in ('approved', 'cancelled') and a.on_day >= make_date(p.year, 1, 1) and a.on_day < make_date(p.year + 1, 1, 1)) o
    cross join lateral (
      select coalesce(sum(l.volumes) filter (where l.kind not in ('periodical', 'audiovisual') and l.on_day >= make_date(p.year, 1, 1) and l.on_day < make_date(p.year + 1, 1, 1)), 0)::int as accepted,
        (count(distinct coalesce(l.title_id, l.review_id))
          filter (where l.kind = 'periodical' and l.volumes > 0 and l.on_day >= make_date(p.year, 1, 1) and l.on_day < make_date(p.year + 1, 1, 1)))::int as periodicals_accepted,
        coalesce(sum(l.fen) filter (where l.on_day >= make_date(p.year, 1, 1) and l.on_day < make_date(p.year + 1, 1, 1)), 0)::float8 as spent_fen,
        coalesce(sum(l.fen) filter (where l.on_day < make_date(p.year, 1, 1)), 0)::float8 as spent_before
      from bought l
      where l.school_id = p.school_id
        and l.on_day >= make_date(p.year - 1, 1, 1) and l.on_day < make_date(p.year + 1, 1, 1)) d
    cross join lateral (
      select coalesce(sum(l.volumes) filter (where l.on_day >= make_date(p.year, 1, 1) and l.on_day < make_date(p.year + 1, 1, 1)), 0)::float8 as ebooks,
        coalesce(sum(l.fen) filter (where l.on_day >= make_date(p.year, 1, 1) and l.on_day < make_date(p.year + 1, 1, 1)), 0)::float8 as fen,
        coalesce(sum(l.fen) filter (where l.on_day < make_date(p.year, 1, 1)), 0)::float8 as fen_before
      from e_book_line l
      where l.school_id = p.school_id and l.counts_as = 'bought'
        and l.on_day >= make_date(p.year - 1, 1, 1) and l.on_day < make_date(p.year + 1, 1, 1)) g
    where p.id = $1
  )
  select id, version, school_id as "schoolId", year, print_volumes as "printVolumes", ebooks,
    periodical_titles as "periodicalTitles", budget_fen::float8 as "budgetFen", shrink_reason as "shrinkReason",
    ordered, ordered_fen as "orderedFen", on_order_fen as "onOrderFen", periodicals_ordered as "periodicalsOrdered",
    periodicals_accepted as "periodicalsAccepted", accepted, ebooks_got as "ebooksGot",
    ebooks_fen as "ebooksFen", spent_fen as "spentFen", (budget_fen - spent_fen)::float8 as "leftFen",
    case when budget_before > 0 then round((budget_fen - budget_before) * 10000.0 / budget_before)::float8 end as "budgetGrowth",
    case when spent_before > 0 then round((spent_fen - spent_before) * 10000.0 / spent_before)::float8 end as "spentGrowth"
  from shown order by year desc limit all
