import type { Room } from './room.js';

/** When each copy was lent last, as the catalogue has heard it. */
export const lentDays: Room = {
  name: 'last days of loans',
  of: 'school',
  isFilled: `select exists (select from catalog.known_lending l join catalog.copy c on c.id = l.copy_id
    join bench.place p on p.id = c.school_id and p.n = $1 where l.lent_on is not null) as filled`,
  fill: [
    `update catalog.known_lending k set lent_on = l.lent_on
     from (select copy_id, max(loaned_on) as lent_on from circulation.loan
           where lending_school_id = (select id from bench.place where n = $1) group by 1) l
     where k.copy_id = l.copy_id`,
  ],
  tables: ['catalog.known_lending'],
};
