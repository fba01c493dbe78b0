import type { Announcement } from '@shulian/contracts/envelope';
import { SchoolChangedV1, SchoolOpenedV1 } from '@shulian/contracts/readers';
import type { School } from './rules/school.js';

const told = ({ id, code, name, kind }: School) => ({ schoolId: id, code, name, kind });

export const schoolOpened = (school: School): Announcement =>
  SchoolOpenedV1.announce(told(school), school.announced);
export const schoolChanged = (school: School): Announcement =>
  SchoolChangedV1.announce(told(school), school.announced);
