import type { ProblemTitles } from '../envelope/problem.js';

export const archiveCertificatesProblems = {
  'archive-certificate.entered-already': {
    zh: '该编号的证书已登记',
    en: 'A certificate of this number is entered already',
  },
  'archive-certificate.issued': { zh: '证书已领取', en: 'The certificate was given out' },
  'archive-certificate.held': { zh: '证书未领取', en: 'The certificate is held' },
} as const satisfies ProblemTitles;
