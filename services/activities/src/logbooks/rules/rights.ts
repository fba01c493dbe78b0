import type { Form } from './form.js';

/** Roles that somebody has at the school of a logbook. */
export type Roles = readonly string[];

const RUNS_THE_LIBRARY: readonly string[] = ['librarian', 'school-head'];

export const runsLibrary = (roles: Roles): boolean => roles.some((role) => RUNS_THE_LIBRARY.includes(role));

export const mayWrite = ({ writers }: Form, roles: Roles): boolean =>
  writers.some((writer) => roles.includes(writer));

/** Whether all entries of a school may be seen; who may not sees the own ones, and a teacher those of the own class. */
export const seesAll = ({ openTo }: Form, roles: Roles): boolean =>
  runsLibrary(roles) || openTo.some((looker) => roles.includes(looker));

/** The county office sees what a form opens to it, and nothing else. */
export const maySeeAny = (form: Form, roles: Roles): boolean =>
  seesAll(form, roles) || roles.some((role) => !role.startsWith('county-'));

export const maySign = ({ signers }: Form, roles: Roles): boolean =>
  signers.some((signer) => roles.includes(signer));

/** Whether a form is written into on a day. */
export const isOpenOn = ({ opensOn, closesOn }: Form, day: string): boolean =>
  (opensOn === null || day >= opensOn) && (closesOn === null || day <= closesOn);
