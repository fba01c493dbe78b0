import type { Operations } from '../access/operation.js';
import { school } from '../access/role-sets.js';

/** Whose they are is nobody's business outside the school (ADR 0058). */
const keepers = school;

export const archiveCertificatesAccess = {
  'archive-certificates.enter': {
    says: {
      zh: '登记未领的校证、国证，由档案室保管；只记读者标识，不记姓名',
      en: 'Enters certificates that nobody came for; whose they are by the id of the reader alone.',
    },
    roles: keepers,
    problems: { 409: ['archive-certificate.entered-already'] },
  },
  'archive-certificates.list': {
    says: {
      zh: '证书保管发放登记；format 给出可打印的表',
      en: 'Certificates that are held or were given out; `format` prints the register.',
    },
    roles: keepers,
    namesReaders: true,
  },
  'archive-certificates.issue': {
    says: {
      zh: '发放证书：本人、监护人或受托人领取',
      en: 'Gives a certificate to its owner, the guardian, or whoever has a letter.',
    },
    roles: keepers,
    problems: { 409: ['archive-certificate.issued'] },
  },
  'archive-certificates.reopen': {
    says: { zh: '撤销发放', en: 'Takes the issue of a certificate back.' },
    roles: keepers,
    problems: { 409: ['archive-certificate.held'] },
  },
  'archive-certificates.remove': {
    says: { zh: '删除误登的未领证书', en: 'Removes a certificate that was entered by mistake.' },
    roles: keepers,
    problems: { 409: ['archive-certificate.issued'] },
  },
} as const satisfies Operations;
