/** What a contest takes: works, a timed paper, or reading notes of a period. */
export const TAKES = ['works', 'papers', 'notes'] as const;
export type Takes = (typeof TAKES)[number];

/** Words of a type in both languages; `takes` is what such a contest takes unless it says otherwise. */
export type ContestType = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly takes: Takes;
};

/** The types that schools name (ACT-031, ACT-033, ACT-044, ACT-048), in their order. */
export const SHIPPED_TYPES: readonly ContestType[] = [
  { code: 'essay', zh: '征文', en: 'essay', takes: 'works' },
  { code: 'newspaper', zh: '手抄报', en: 'hand-made newspaper', takes: 'works' },
  { code: 'calligraphy', zh: '书法', en: 'calligraphy', takes: 'works' },
  { code: 'quiz', zh: '知识竞赛', en: 'knowledge quiz', takes: 'papers' },
  { code: 'encyclopaedic', zh: '百科知识竞赛', en: 'encyclopaedic knowledge', takes: 'papers' },
  { code: 'storytelling', zh: '讲故事比赛', en: 'storytelling', takes: 'works' },
  { code: 'speech', zh: '演讲', en: 'speech', takes: 'works' },
  { code: 'recitation', zh: '朗诵', en: 'recitation', takes: 'works' },
  { code: 'classical-poetry', zh: '古诗文诵读', en: 'recitation of classical poetry', takes: 'works' },
  { code: 'idiom-chain', zh: '成语接龙', en: 'idiom chain', takes: 'works' },
  { code: 'invention', zh: '小发明小创造', en: 'small inventions', takes: 'works' },
  { code: 'tabloid', zh: '读书小报', en: 'reading tabloid', takes: 'works' },
  { code: 'digest-cards', zh: '文摘卡', en: 'digest cards', takes: 'works' },
  { code: 'debate', zh: '辩论', en: 'debate', takes: 'works' },
  { code: 'film-review', zh: '影评', en: 'film review', takes: 'works' },
  { code: 'reading', zh: '阅读竞赛', en: 'reading competition', takes: 'papers' },
  { code: 'reflection', zh: '读书心得', en: 'reading reflections', takes: 'works' },
  { code: 'notes', zh: '读书笔记评选', en: 'best reading notes', takes: 'notes' },
];
