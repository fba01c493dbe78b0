import { Module } from '@nestjs/common';
import { ForgetName } from './forget-name.use-case.js';
import { NameTitle } from './name-title.use-case.js';
import { TitleExternalIdsController } from './title-external-ids.controller.js';
import { TitleExternalIdsQuery } from './title-external-ids.query.js';

@Module({
  controllers: [TitleExternalIdsController],
  providers: [TitleExternalIdsQuery, NameTitle, ForgetName],
})
export class TitleExternalIdsModule {}
