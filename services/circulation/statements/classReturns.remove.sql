-- classReturns.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from class_return_check where id = $1
