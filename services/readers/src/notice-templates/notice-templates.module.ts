import { Module } from '@nestjs/common';
import { ChangeTemplate } from './change-template.use-case.js';
import { NoticeTemplatesController } from './notice-templates.controller.js';
import { NoticeTemplates } from './notice-templates.query.js';
import { PreviewTemplate } from './preview-template.query.js';
import { ResetTemplate } from './reset-template.use-case.js';

@Module({
  controllers: [NoticeTemplatesController],
  providers: [ChangeTemplate, NoticeTemplates, PreviewTemplate, ResetTemplate],
})
export class NoticeTemplatesModule {}
