import { statement } from '@shulian/service-kit';
import type { Report } from '../report-definition.report.js';
import { int, metColumn, peopleOn, SCHOOL_SELECTED, schoolColumns, schoolsOn, SEATS, thereOn } from '../school-sums.row.js'; // prettier-ignore

/** Seats of rooms for reading against the pupils, one for fifteen by the usual standard (RPT-036); asked exactly, not of what is rounded. */
export const seatsPerPupil: Report = {
  name: 'seats-per-pupil',
  title: { zh: '阅览座位达标情况', en: 'Seats for the pupils' },
  parameters: ['schoolId', 'to'],
  columns: {
    ...schoolColumns,
    readingRooms: { title: { zh: '阅览室（间）', en: 'Rooms for reading' }, type: 'integer' },
    seats: { title: { zh: '座位', en: 'Seats' }, type: 'integer' },
    roomsUnsaid: { title: { zh: '未登记座位的阅览室', en: 'Rooms that say no seats' }, type: 'integer' },
    pupils: { title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    pupilsPerSeat: { title: { zh: '每座位学生数', en: 'Pupils per seat' }, type: 'decimal' },
    mostPerSeat: { title: { zh: '标准（不超过）', en: 'Standard, at most' }, type: 'decimal' },
    seatsAsked: { title: { zh: '应有座位', en: 'Seats asked' }, type: 'integer' },
    met: metColumn,
    wanting: { title: { zh: '尚缺座位', en: 'Seats wanting' }, type: 'integer' },
  },
  statement: statement(
    'report.seats-per-pupil',
    `with ${schoolsOn('$2')}, people as (
       ${peopleOn('$2')}
     ), room as (
       ${SEATS('$2')}
     ), counted as (
       select s.*, ${int('r.reading_rooms')} as reading_rooms, ${int('r.seats')} as seats, ${int('r.unsaid')} as unsaid,
              ${int('p.pupils')} as pupils, n.asked, ceil(${int('p.pupils')} / nullif(n.asked, 0))::int as seats_asked
       from school s left join people p using (school_id) left join room r using (school_id)
         left join lateral standard_for('pupils-per-seat', s.kind) n on true
     )
     select ${SCHOOL_SELECTED}, s.reading_rooms as "readingRooms", s.seats, s.unsaid as "roomsUnsaid", s.pupils,
            round(s.pupils::numeric / nullif(s.seats, 0), 1)::float8 as "pupilsPerSeat", s.asked::float8 as "mostPerSeat",
            s.seats_asked as "seatsAsked",
            case when s.pupils = 0 or s.asked is null then null when s.seats * s.asked >= s.pupils then 'yes' else 'no' end as met,
            case when s.seats_asked is not null then greatest(s.seats_asked - s.seats, 0) end as wanting
     from counted s
     ${thereOn('$2', 's.pupils', 's.reading_rooms')}
     order by s.code, s.school_id`,
  ),
  values: ({ schoolId, on }) => [schoolId, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      readingRooms: 2,
      seats: 436,
      roomsUnsaid: 0,
      pupils: 1_594,
      pupilsPerSeat: 3.7,
      mostPerSeat: 15,
      seatsAsked: 107,
      met: 'yes',
      wanting: 0,
    },
  ],
};
