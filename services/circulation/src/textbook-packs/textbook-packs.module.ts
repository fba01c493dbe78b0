import { Module } from '@nestjs/common';
import { CancelPack } from './cancel-pack.use-case.js';
import { CheckPack } from './check-pack.use-case.js';
import { CountPack } from './count-pack.use-case.js';
import { IssuePack } from './issue-pack.use-case.js';
import { MakePack } from './make-pack.use-case.js';
import { PlanPacks } from './plan-packs.use-case.js';
import { TextbookPacksController } from './textbook-packs.controller.js';
import { TextbookPacksQuery } from './textbook-packs.query.js';
import { UndoPack } from './undo-pack.use-case.js';

@Module({
  controllers: [TextbookPacksController],
  providers: [TextbookPacksQuery, PlanPacks, MakePack, CountPack, IssuePack, CheckPack, UndoPack, CancelPack],
})
export class TextbookPacksModule {}
