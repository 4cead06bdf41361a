/** Who listens to what happens. */
import emitter from '@adonisjs/core/services/emitter'
import { CodeIssued, StepTaken, WaysAsked } from '#intake'
import { openWays, sendTheCode, tellThePetitioner } from '#notification'

emitter.on(StepTaken, tellThePetitioner)
emitter.on(CodeIssued, sendTheCode)
emitter.on(WaysAsked, openWays)
