/** A contact `c`, of the reader `r` or of a guardian `g` of his, or of an account `a`. A reader's school is where he is now. */
export const CONTACT_VIEW = `select c.id, coalesce(r.school_id, c.school_id) as "schoolId", c.whose, c.reader_id as "readerId",
    r.class_id as "classId", c.guardian_id as "guardianId", g.name as "guardianName", c.account_id as "accountId",
    a.username as "accountName", c.address, c.key_id as "keyId", c.language, c.consent_on::text as "consentOn",
    c.consent_how as "consentHow", c.version
  from notice_contact c left join reader r on r.id = c.reader_id left join guardian g on g.id = c.guardian_id
  left join account a on a.id = c.account_id`;

export type ContactRow = {
  readonly id: string;
  readonly schoolId: string;
  readonly whose: 'reader' | 'guardian' | 'teacher';
  readonly readerId: string | null;
  readonly classId: string | null;
  readonly guardianId: string | null;
  readonly guardianName: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly address: Buffer;
  readonly keyId: string;
  readonly language: 'zh' | 'en';
  readonly consentOn: string;
  readonly consentHow: string;
  readonly version: number;
};
