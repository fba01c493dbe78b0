import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { EDUCATIONS, faultsOf } from './staff-member.js';

const day = (text: string) => text as CalendarDay;
const member = {
  isHead: false,
  education: 'college',
  certificateNumber: '1',
  certificateExpiresOn: null,
} as const;

describe('what is asked of library staff', () => {
  it('is a certificate that holds to the end of its last day', () => {
    expect(faultsOf(member, day('2026-10-12'))).toEqual([]);
    expect(faultsOf({ ...member, certificateNumber: null }, day('2026-10-12'))).toEqual(['no-certificate']);
    const expiring = { ...member, certificateExpiresOn: '2026-10-12' };
    expect(faultsOf(expiring, day('2026-10-12'))).toEqual([]);
    expect(faultsOf(expiring, day('2026-10-13'))).toEqual(['certificate-expired']);
  });

  it('is a bachelor of the head, and of nobody else', () => {
    const heads = EDUCATIONS.map((education) =>
      faultsOf({ ...member, isHead: true, education }, day('2026-10-12')),
    );
    expect(heads.map(({ length }) => length)).toEqual([0, 0, 0, 1, 1]);
    expect(faultsOf({ ...member, education: 'secondary' }, day('2026-10-12'))).toEqual([]);
  });
});
