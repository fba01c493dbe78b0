/** Entries of the booklist `$1` after the place `$3`, with what the school `$2` has of each; titles that were merged as they stand. */
export const WANTING = `with entry as (
    select e.place, e.note, t.id as title_id, coalesce(t.title, e.heading) as name, t.isbns[1] as isbn, t.price_fen
    from bibliography_entry e
    left join title o on o.id = e.title_id
    left join title t on t.id = coalesce(o.merged_into, o.id)
    where e.bibliography_id = $1 and e.place > $3 order by e.place limit $4
  )
  select e.place, e.note, e.title_id as "titleId", e.name, e.isbn, e.price_fen as "priceFen", h.held,
    o.on_order as "onOrder", r.id as "reviewId",
    case when e.title_id is null then 'no-title' when h.held > 0 then 'held' when o.on_order > 0 then 'on-order'
      when r.id is null then 'not-reviewed' else 'wanting' end as standing
  from entry e
  cross join lateral (
    select count(*)::int as held from copy c
    where c.title_id = e.title_id and c.school_id = $2 and c.stock_state <> 'withdrawn') h
  cross join lateral (
    select coalesce(sum(l.quantity - l.accepted - l.settled), 0)::int as on_order
    from suitability_review w
    join purchase_order_line l on l.review_id = w.id
    join purchase_order p on p.id = l.order_id and p.status <> 'cancelled'
    where w.title_id = e.title_id and w.school_id = $2) o
  left join lateral (
    select w.id from suitability_review w
    where w.title_id = e.title_id and w.school_id = $2 and w.verdict = 'suitable' and w.retracted_on is null
    order by w.id desc limit 1) r on true
  order by e.place`;
