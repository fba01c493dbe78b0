import { Module } from '@nestjs/common';
import { HelperTrainingController } from './helper-training.controller.js';
import { HelperTrainings } from './helper-training.query.js';
import { KeepTraining } from './keep-training.use-case.js';
import { SetTrainingFocus } from './set-training-focus.use-case.js';

@Module({
  controllers: [HelperTrainingController],
  providers: [HelperTrainings, KeepTraining, SetTrainingFocus],
})
export class HelperTrainingModule {}
