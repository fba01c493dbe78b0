-- notices.forget, written by `npm run emit`
-- takes date, bigint
-- gives integer
delete from notice where id in (
     select id from notice where made_on < $1::date - 400 order by made_on limit $2)
   returning 1
