import { upload, type FeatureDoors } from './door.builder.js';

const list = '档号,门类,年度,题名,保管期限\nXZ-1,文书档案,2025,会议纪要,永久\n';

export const feature: FeatureDoors = {
  doors: [
    upload('archive-imports.create', '/archive-imports', {
      name: '档案目录.csv',
      read: () => Buffer.from(list),
    }),
  ],
};
