-- textbookOrders.hasDeliveries, written by `npm run emit`
-- takes uuid
-- gives boolean
select exists (select from textbook_delivery where order_id = $1 and status <> 'cancelled') as has
