import type { Topic } from '../envelope/topic.js';

/** Everything that happens to the lending of one copy, in order. */
export const circulationCopy: Topic = {
  name: 'shulian.circulation.copy',
  partitions: 8,
  keyedBy: 'copy id',
};
export const circulationHold: Topic = {
  name: 'shulian.circulation.hold',
  partitions: 8,
  keyedBy: 'title id',
};
export const circulationNotice: Topic = {
  name: 'shulian.circulation.notice',
  partitions: 8,
  keyedBy: 'notice id',
};
export const circulationCompensation: Topic = {
  name: 'shulian.circulation.compensation',
  partitions: 8,
  keyedBy: 'compensation id',
};
export const circulationPolicy: Topic = {
  name: 'shulian.circulation.policy',
  partitions: 1,
  keyedBy: 'scope of the policy row',
};
export const circulationRotation: Topic = {
  name: 'shulian.circulation.rotation',
  partitions: 8,
  keyedBy: 'class id',
};
export const circulationRoom: Topic = {
  name: 'shulian.circulation.room',
  partitions: 1,
  keyedBy: 'room id',
};
export const circulationRoomSession: Topic = {
  name: 'shulian.circulation.room-session',
  partitions: 8,
  keyedBy: 'session id',
};
export const circulationRoomVisit: Topic = {
  name: 'shulian.circulation.room-visit',
  partitions: 8,
  keyedBy: 'visit id',
};
export const circulationTarget: Topic = {
  name: 'shulian.circulation.target',
  partitions: 1,
  keyedBy: 'school id, or corner id',
};
/** Apart from targets of loans: both are counted by school. */
export const circulationVisitTarget: Topic = {
  name: 'shulian.circulation.visit-target',
  partitions: 1,
  keyedBy: 'school id',
};
/** Copies that go from one school to another for a reader, and home again. */
export const circulationTransfer: Topic = {
  name: 'shulian.circulation.transfer',
  partitions: 8,
  keyedBy: 'transfer id',
};
