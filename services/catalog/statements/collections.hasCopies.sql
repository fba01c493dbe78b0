-- collections.hasCopies, written by `npm run emit`
-- takes uuid
-- gives boolean
select exists (select from collection_copy k join copy c on c.id = k.copy_id
     where k.collection_id = $1 and c.stock_state <> 'withdrawn') as filled
