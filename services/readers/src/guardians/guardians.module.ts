import { Module } from '@nestjs/common';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { ChangeGuardian } from './change-guardian.use-case.js';
import { EnterGuardian } from './enter-guardian.use-case.js';
import { EnterParticipation } from './enter-participation.use-case.js';
import { EraseGuardian } from './erase-guardian.use-case.js';
import { GuardiansController } from './guardians.controller.js';
import { GuardiansQuery } from './guardians.query.js';
import { ParticipationsController } from './participations.controller.js';
import { RemoveParticipation } from './remove-participation.use-case.js';

@Module({
  controllers: [GuardiansController, ParticipationsController],
  providers: [
    ChangeGuardian,
    EnterGuardian,
    EnterParticipation,
    EraseGuardian,
    GuardiansQuery,
    LogSightOfReaders,
    RemoveParticipation,
  ],
})
export class GuardiansModule {}
