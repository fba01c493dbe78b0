-- central-purchases.schools, written by `npm run emit`
-- takes uuid
-- gives uuid
select distinct school_id as "schoolId" from central_purchase_share where purchase_id = $1 order by 1
