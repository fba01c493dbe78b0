-- stocktakes.sign, written by `npm run emit`
-- takes uuid, date, text, text
-- gives nothing
update stocktake set state = 'signed', closed_on = $2::date, closed_by = $3, note = $4, figures = (
     select coalesce(jsonb_object_agg(finding, copies), '{}') from (
       select finding, count(*) as copies from stocktake_finding where stocktake_id = $1 group by 1
       union all
       select 'seen', count(distinct z.copy_id) from stocktake_scan z
       where z.stocktake_id = $1 and z.copy_id is not null
         and not exists (select from stocktake_finding f where f.stocktake_id = $1 and f.copy_id = z.copy_id)
     ) counted where copies > 0)
   where id = $1
