import type { Language, PrintedList } from '@shulian/service-kit';
import type { CertificateWords } from './certificates.query.js';
import { printedPrizes } from './judging.format.js';
import type { PrizeView } from './judging.http.js';

/** What people have called things holds no places of a page. */
const plain = (words: string): string => words.replaceAll(/[{}]/g, '');

/** The list of the winners, which on paper is a certificate for each of them (ACT-035). */
export const printedCertificates = (
  { contest, per, school, organisers, publishedOn, type }: CertificateWords,
  language: Language,
): PrintedList<PrizeView> => ({
  ...printedPrizes,
  name: 'contest-certificates',
  title: { zh: '奖状', en: 'Certificates' },
  pageOfRow: {
    blanks: ['who.name'],
    heading: { zh: '奖　状', en: 'Certificate' }[language],
    greeting: (per === 'class'
      ? { zh: '{who.class}：', en: '{who.class}' }
      : { zh: '{who.class} {who.name}：', en: '{who.name}, {who.class}' })[language],
    body: {
      zh: `在“${plain(contest)}”（${plain(type.zh)}）中荣获{level}，特发此证，以资鼓励。`,
      en: `was awarded the {level} in “${plain(contest)}” (${plain(type.en)}).`,
    }[language],
    foot: [
      { zh: '编号 {certificate}', en: 'No {certificate}' }[language],
      plain(school),
      plain(organisers.join('、')),
      publishedOn,
    ],
  },
});
