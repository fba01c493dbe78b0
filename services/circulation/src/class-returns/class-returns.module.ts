import { Module } from '@nestjs/common';
import { CheckClassReturns } from './check-class-returns.use-case.js';
import { ClassReturnsController } from './class-returns.controller.js';
import { ClassReturnsQuery } from './class-returns.query.js';
import { ClassWeeksController } from './class-weeks.controller.js';
import { ClassWeeksSchedule } from './class-weeks.schedule.js';
import { PublicClassWeeksController } from './public-class-weeks.controller.js';
import { PublicClassWeeksQuery } from './public-class-weeks.query.js';
import { PublishClassWeek } from './publish-class-week.use-case.js';
import { PublishWeeks } from './publish-weeks.use-case.js';
import { RotationModule } from '../rotation/rotation.module.js';
import { RemoveClassCheck } from './remove-class-check.use-case.js';
import { WithdrawClassWeek } from './withdraw-class-week.use-case.js';

@Module({
  imports: [RotationModule],
  controllers: [ClassReturnsController, ClassWeeksController, PublicClassWeeksController],
  providers: [
    ClassReturnsQuery,
    PublicClassWeeksQuery,
    CheckClassReturns,
    RemoveClassCheck,
    PublishClassWeek,
    WithdrawClassWeek,
    PublishWeeks,
    ClassWeeksSchedule,
  ],
})
export class ClassReturnsModule {}
