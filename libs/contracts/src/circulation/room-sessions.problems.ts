import type { ProblemTitles } from '../envelope/problem.js';

export const roomSessionsProblems = {
  'room-session.conflict': { zh: '与已有安排冲突', en: 'It collides with what is booked already' },
  'room-session.room-taken': { zh: '该馆室此时已满', en: 'The room is taken at that time' },
  'room-session.class-busy': { zh: '该班级此时已有安排', en: 'The class has something else at that time' },
  'room-session.room-not-for': { zh: '该馆室不作此用途', en: 'The room is not for this use' },
  'room-session.decided': { zh: '该申请已有答复', en: 'It is decided already' },
  'room-session.over': { zh: '该次已结束或已取消', en: 'It is over or cancelled' },
  'room-visit.not-held': { zh: '该次未获确认或尚未到日', en: 'The session is not booked, or not yet held' },
  'seat-booking.full': { zh: '该时段已订满', en: 'No seat is free at that time' },
  'seat-booking.seat-taken': { zh: '该座位此时已被预订', en: 'The seat is taken at that time' },
  'seat-booking.reader-busy': { zh: '该读者此时已有座位', en: 'The reader has a seat at that time' },
  'seat-booking.no-seats': { zh: '该馆室没有可订的座位', en: 'The room has no seats to book' },
  'seat-booking.past': { zh: '该时段已过', en: 'That time is over' },
} as const satisfies ProblemTitles;
