import type { ProblemTitles } from '../envelope/problem.js';

export const rotationProblems = {
  'rotation.conflict': { zh: '与已有安排冲突', en: 'It collides with what is placed already' },
  'rotation.class-busy': { zh: '该班级此时已有安排', en: 'The class has something else at that time' },
  'rotation.room-taken': { zh: '该馆室此时已满', en: 'The room is taken at that time' },
  'rotation.room-not-for': { zh: '该馆室不作此用途', en: 'The room is not for this use' },
  'rotation.too-many-slots': { zh: '该班级的轮次过多', en: 'The class has too many slots' },
  'rotation.term-taken': { zh: '该学期已有轮借表', en: 'The term has a timetable already' },
  'rotation.published': {
    zh: '轮借表已发布，不能删除',
    en: 'The timetable was published and cannot be removed',
  },
  'rotation.empty': { zh: '轮借表尚无轮次', en: 'The timetable has no slot yet' },
  'rotation.not-held': { zh: '该轮次在这一天没有安排', en: 'The slot is not held on that day' },
  'rotation.changed-already': { zh: '该轮次这一天已有调动', en: 'The slot has a change on that day already' },
  'rotation.not-sent': { zh: '轮借表尚未发至该班级', en: 'Nothing was sent to the class yet' },
  'window.outside-class-slot': { zh: '不在本班轮借时间内', en: 'It is not the slot of the class' },
} as const satisfies ProblemTitles;
