-- desk.arrived, written by `npm run emit`
-- takes text[], uuid[], uuid[], uuid[], text[], uuid[], bigint
-- gives bigint, boolean, uuid, uuid, uuid, uuid, uuid, uuid
select a.n, exists (select from known_copy k where k.barcode = a.barcode) as barcode_is_known,
          case when a.copy_id is null
               then coalesce((select title_id from known_title where title_id = a.title_id),
                             (select title_id from known_copy where title_id = a.title_id limit 1))
               else (select title_id from known_copy where copy_id = a.copy_id) end as title_id,
          r.reader_id, r.school_id, r.class_id, kc.class_id as known_class_id, kc.school_id as class_school_id
   from (
     select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[])
       with ordinality as sought(barcode, copy_id, title_id, reader_id, card_keys, class_id, n)
     limit $7
   ) a
   left join lateral (
     select c.reader_id from unnest(string_to_array(a.card_keys, ' ')) as scanned(card_key)
     cross join lateral (select * from known_card where card_key = scanned.card_key offset 0) c limit 1) card on true
   left join known_reader r on r.reader_id = coalesce(a.reader_id, card.reader_id)
   left join known_class kc on kc.class_id = a.class_id
   order by a.n
