import { Module } from '@nestjs/common';
import { AnswerRequest } from './answer-request.use-case.js';
import { AskForMaterial } from './ask-for-material.use-case.js';
import { ReopenRequest } from './reopen-request.use-case.js';
import { ResearchRequestsController } from './research-requests.controller.js';
import { ResearchRequestsQuery } from './research-requests.query.js';

@Module({
  controllers: [ResearchRequestsController],
  providers: [ResearchRequestsQuery, AskForMaterial, AnswerRequest, ReopenRequest],
})
export class ResearchRequestsModule {}
