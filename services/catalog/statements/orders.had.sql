-- orders.had, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, integer, integer
with work as (
     select id, title_id, isbn, name_key from suitability_review where id = any($2::uuid[])
   ), same as (
     select w.id, coalesce(t.merged_into, t.id) as title_id from work w join title t on t.id = w.title_id
     union select w.id, t.id from work w join title t on t.isbns @> array[w.isbn] where w.isbn is not null
     union select w.id, t.id from work w join title t on t.search_key = w.name_key
       where w.title_id is null and w.isbn is null and w.name_key <> ''
   ), held as (
     select s.id, count(*)::int as copies
     from same s join copy c on c.title_id = s.title_id
     where c.school_id = $1 and c.stock_state <> 'withdrawn' group by s.id
   ), alike as (
     select w.id, r.id as review_id from work w join suitability_review r on r.title_id = w.title_id and r.school_id = $1
     union select w.id, r.id from work w join suitability_review r on r.isbn = w.isbn and r.school_id = $1
     union select w.id, r.id from work w join suitability_review r on r.name_key = w.name_key and r.school_id = $1
       where w.name_key <> '' and (w.title_id is null or r.title_id is null) and (w.isbn is null or r.isbn is null)
   ), ordered as (
     select a.id, sum(l.quantity - l.accepted - l.settled)::int as volumes
     from alike a join purchase_order_line l on l.review_id = a.review_id
     join purchase_order o on o.id = l.order_id
     where o.status <> 'cancelled' and l.quantity > l.accepted + l.settled group by a.id
   )
   select w.id, coalesce(h.copies, 0) as held, coalesce(d.volumes, 0) as "onOrder"
   from work w left join held h on h.id = w.id left join ordered d on d.id = w.id
