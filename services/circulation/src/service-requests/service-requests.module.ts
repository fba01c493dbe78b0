import { Module } from '@nestjs/common';
import { AnswerRequest } from './answer-request.use-case.js';
import { MoveRequest } from './move-request.use-case.js';
import { ServiceRequestsController } from './service-requests.controller.js';
import { ServiceRequestsQuery } from './service-requests.query.js';
import { TakeRequest } from './take-request.use-case.js';

@Module({
  controllers: [ServiceRequestsController],
  providers: [ServiceRequestsQuery, TakeRequest, AnswerRequest, MoveRequest],
})
export class ServiceRequestsModule {}
